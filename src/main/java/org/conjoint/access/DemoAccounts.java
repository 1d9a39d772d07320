package org.conjoint.access;

import java.util.EnumSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One account for each role and three raters more, with passwords that everyone may know; only with {@code conjoint.demo}. */
@Component
public class DemoAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private static final List<DemoAccount> ACCOUNTS = List.of(
            demo("ana", "Ana Reyes", Role.RATER),
            demo("ben", "Ben Okafor", Role.RATER),
            demo("chie", "Chie Mori", Role.RATER),
            demo("rater", "Robin Rater", Role.RATER),
            demo("ranker", "Rana Ranker", Role.RANKER),
            demo("reviewer", "Rosa Reviewer", Role.REVIEWER),
            demo("author", "Piet Author", Role.POLICY_AUTHOR),
            demo("lead", "Lale Lead", Role.QUALITY_LEAD),
            demo("data", "Dana Engineer", Role.DATA_ENGINEER),
            demo("admin", "Ade Admin", Role.ADMIN));

    private final AccountRows rows;
    private final Accounts accounts;
    private final AccessProperties properties;
    private final TransactionTemplate transaction;

    DemoAccounts(AccountRows rows, Accounts accounts, AccessProperties properties, TransactionTemplate transaction) {
        this.rows = rows;
        this.accounts = accounts;
        this.properties = properties;
        this.transaction = transaction;
    }

    /** The accounts that anyone may use; none unless the console runs as a demo. */
    public List<DemoAccount> offered() {
        return properties.demo() ? ACCOUNTS : List.of();
    }

    @EventListener(ApplicationStartedEvent.class)
    void makeOrWarn() {
        if (!properties.console()) {
            return;
        }
        if (properties.demo()) {
            ACCOUNTS.forEach(demo -> transaction.executeWithoutResult(status -> make(demo)));
        } else if (rows.hasDemoAccounts()) {
            LOG.warn("This installation has demo accounts. They cannot sign in while conjoint.demo=false;"
                    + " disable them under Settings > Accounts, or start from an empty data folder.");
        }
    }

    private void make(DemoAccount demo) {
        if (rows.findByName(AccountRows.HERE, demo.name()).isEmpty()) {
            var data =
                    new AccountData(demo.name(), demo.displayName(), EnumSet.of(demo.role()), AccountKind.PERSON, "en");
            accounts.create(data, demo.password(), "system", true);
        }
    }

    private static DemoAccount demo(String name, String displayName, Role role) {
        return new DemoAccount(name, displayName, role, name + "-demo");
    }
}
