package org.conjoint.access;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Ends the sign-in together with the screens of a session, so that idle screens do not leave an open door. */
@Component
@ConditionalOnWebApplication
class IdleSessions implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionDestroyListener(destroyed -> {
            var session = destroyed.getSession().getSession();
            if (session != null) {
                try {
                    session.invalidate();
                } catch (IllegalStateException gone) {
                    // It has ended already, which is what is wanted.
                }
            }
        });
    }
}
