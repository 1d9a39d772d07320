package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** Says on the sign-in page what this browser and the server have kept of work that the end of a session cut short. */
@Tag("conjoint-kept-work")
public final class KeptWork extends Component {

    public KeptWork() {
        Scripts.kit(this);
    }

    /** Whether another notice says already why the session ended. */
    public void reasonTold(boolean told) {
        getElement().setProperty("told", told);
    }
}
