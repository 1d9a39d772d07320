package org.conjoint.ui;

import com.vaadin.flow.component.Component;

/**
 * A view that puts something of its own into the bar at the top: where one is, what holds, the keys. The layout asks
 * the view each time it shows one.
 */
public interface BarContent {

    /** Where one is: after the mark, at the start of the bar. */
    Component barStart();

    /** What holds now: before the account, at the end of the bar. */
    Component barEnd();
}
