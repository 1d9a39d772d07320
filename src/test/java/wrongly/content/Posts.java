package wrongly.content;

import com.vaadin.flow.component.UI;
import org.conjoint.jooq.audit.Tables;

/** Breaks the rules of modules: reads another module's table, and knows the screen. */
class Posts {
    String table() {
        return Tables.HEAD.getName() + UI.getCurrent().getId();
    }
}
