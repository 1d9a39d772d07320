package org.conjoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.ui.KeyChoices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

@PersistenceTest
class PreferencesPersistenceTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Preferences preferences;

    @Autowired
    KeyChoices keys;

    private UserId ana;

    @BeforeEach
    void join() {
        ana = People.person(accounts, Role.RATER);
    }

    @Test
    void choices_are_kept_changed_and_taken_back_one_by_one() {
        choose(Map.of("rate.none", "m", "rate.skip", "k"));
        choose(Map.of("rate.skip", "ctrl+k"));
        assertThat(mine()).isEqualTo(Map.of("rate.none", "m", "rate.skip", "ctrl+k"));
        choose(Map.of("rate.none", "", "rate.flag", ""));
        assertThat(mine()).isEqualTo(Map.of("rate.skip", "ctrl+k"));
    }

    @Test
    void choices_belong_to_one_account_and_one_topic() {
        choose(Map.of("rate.none", "m"));
        var ben = People.person(accounts, Role.RATER);
        assertThat(accounts.runAs(ben, () -> preferences.mine("keys"))).isEmpty();
        assertThat(accounts.runAs(ana, () -> preferences.mine("colours"))).isEmpty();
        assertThat(accounts.runAs(ana, keys::mine)).isEqualTo(Map.of("rate.none", "m"));
    }

    @Test
    void what_is_too_long_or_malformed_is_refused_and_nothing_of_it_is_kept() {
        var changes = new HashMap<String, String>();
        changes.put("rate.none", "m");
        for (var wrong : List.of(Map.entry("rate.skip", "x".repeat(201)), Map.entry("RATE", "x"), Map.entry("", "x"))) {
            changes.put(wrong.getKey(), wrong.getValue());
            assertThatIllegalArgumentException().isThrownBy(() -> choose(changes));
            changes.remove(wrong.getKey());
        }
        assertThat(mine()).isEmpty();
    }

    @Test
    void an_account_keeps_a_bounded_number() {
        var many = new HashMap<String, String>();
        IntStream.range(0, Preferences.MOST).forEach(i -> many.put("name" + i, "x"));
        choose(many);
        assertThatIllegalArgumentException().isThrownBy(() -> choose(Map.of("one-more", "x")));
        assertThat(mine()).hasSize(Preferences.MOST).doesNotContainKey("one-more");
    }

    @Test
    void two_windows_choosing_at_once_both_succeed() throws Exception {
        var start = new CyclicBarrier(2);
        try (var windows = Executors.newFixedThreadPool(2)) {
            var done = IntStream.range(0, 2)
                    .mapToObj(window -> windows.submit((Callable<Void>) () -> {
                        start.await();
                        choose(Map.of("rate.none", "m", "window" + window, "x"));
                        return null;
                    }))
                    .toList();
            for (var each : done) {
                each.get();
            }
        }
        assertThat(mine()).isEqualTo(Map.of("rate.none", "m", "window0", "x", "window1", "x"));
    }

    @Test
    void nobody_chooses_without_being_signed_in() {
        assertThatThrownBy(() -> preferences.mine("keys"))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    private void choose(Map<String, String> changes) {
        accounts.runAs(ana, () -> {
            preferences.choose("keys", changes);
            return changes;
        });
    }

    private Map<String, String> mine() {
        return accounts.runAs(ana, () -> preferences.mine("keys"));
    }
}
