package org.conjoint.access;

import java.util.EnumSet;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the account that the console itself works as, before anything can need it. */
@Component
class SystemAccount implements InitializingBean {

    private final AccountRows rows;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    SystemAccount(AccountRows rows, Accounts accounts, TransactionTemplate transaction) {
        this.rows = rows;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            if (rows.findByName(AccountRows.HERE, Accounts.SYSTEM).isEmpty()) {
                var data = new AccountData(
                        Accounts.SYSTEM, "The console", EnumSet.allOf(Role.class), AccountKind.SERVICE, "en");
                accounts.create(data, null, "system", false);
            }
        });
    }
}
