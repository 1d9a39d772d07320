package org.conjoint.care;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Preferences;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.policy.ClauseSeverity;
import org.conjoint.ui.Shield;
import org.conjoint.ui.Shields;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The shields of the person at work: a floor that holds for everyone, and what each person adds to it. Changes of the
 * floor are audited; what a person adds is theirs, and shown to nobody else.
 */
@Service
public class ShieldChoices {

    private static final String TOPIC = "shields";
    private static final String MAY_SET_FLOOR = "hasAnyRole('QUALITY_LEAD','ADMIN')";

    private final FloorRows rows;
    private final Preferences preferences;
    private final AuditTrail audit;
    private final CurrentUser currentUser;

    ShieldChoices(FloorRows rows, Preferences preferences, AuditTrail audit, CurrentUser currentUser) {
        this.rows = rows;
        this.preferences = preferences;
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /** What holds for everyone at least. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public ShieldPlan floor() {
        return plan(rows.all());
    }

    /** Changes what holds for everyone at least. */
    @Transactional
    @PreAuthorize(MAY_SET_FLOOR)
    public void setFloor(Shield shield, ShieldFrom from) {
        var before = rows.lock(shield);
        if (before != from) {
            rows.put(shield, from);
            var details = new TreeMap<>(Map.of("before", before.code(), "after", from.code()));
            audit.record(new AuditEvent(currentUser.actor(), "shields.floor", "shield:" + shield.code(), details));
        }
    }

    /** What the person at work has chosen, without the floor. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public ShieldPlan mine() {
        return plan(preferences.mine(TOPIC));
    }

    /** Chooses for oneself. What holds for less than the floor is kept, and the floor holds all the same. */
    @Transactional
    @PreAuthorize(Roles.SIGNED_IN)
    public void choose(Shield shield, ShieldFrom from) {
        preferences.choose(TOPIC, Map.of(shield.code(), from == ShieldFrom.NEVER ? "" : from.code()));
    }

    /** The shields that hold for the person at work where no severity is known, as in lists and in search. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Shields effective() {
        return effectiveAt(null);
    }

    /**
     * The shields that hold for the person at work.
     *
     * @param severity the gravest that the post may have, such as that of the policy it is judged by
     */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Shields effective(ClauseSeverity severity) {
        return effectiveAt(severity);
    }

    private Shields effectiveAt(@Nullable ClauseSeverity severity) {
        return Shields.chosen(mine().at(severity)).union(Shields.chosen(floor().at(severity)));
    }

    /** Names that are not known, such as those of a later version of the console, are passed over. */
    private static ShieldPlan plan(Map<String, String> codes) {
        var from = new EnumMap<Shield, ShieldFrom>(Shield.class);
        codes.forEach((shield, code) -> Shield.find(shield)
                .ifPresent(known -> ShieldFrom.find(code).ifPresent(found -> from.put(known, found))));
        return new ShieldPlan(from);
    }
}
