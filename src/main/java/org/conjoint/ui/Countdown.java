package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Duration;

/** The time that is left of something held, as a ring and minutes. */
@Tag("conjoint-countdown")
public final class Countdown extends Component {

    /** @param words what runs out, such as lease */
    public Countdown(String words) {
        getElement().setAttribute("words", words);
        Scripts.kit(this);
    }

    /** Starts anew. */
    public void start(Duration left, Duration whole) {
        getElement().setProperty("whole", whole.toSeconds());
        // A fraction that differs each time, so that the same number of seconds starts it again.
        getElement().setProperty("left", Math.max(0, left.toMillis()) / 1000.0);
    }

    /** Called once when the time is over. */
    public void onOver(Runnable action) {
        getElement().addEventListener("lease-over", _ -> action.run());
    }
}
