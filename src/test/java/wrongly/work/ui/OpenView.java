package wrongly.work.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import org.jooq.DSLContext;
import org.springframework.transaction.annotation.Transactional;

/** Breaks the rules of views: public, unguarded, with SQL and a transaction. */
@Route(value = "wrong", registerAtStartup = false)
public class OpenView extends Div {
    private final DSLContext sql;

    public OpenView(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional
    public int count() {
        return sql.fetchCount(sql.selectOne());
    }
}
