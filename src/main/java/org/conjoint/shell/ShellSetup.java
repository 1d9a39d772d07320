package org.conjoint.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What every page does when a click fails, the connection is lost or the session has run out. */
@Component
@ConditionalOnWebApplication
class ShellSetup implements VaadinServiceInitListener {

    private static final int NOTICE_MILLIS = 10_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(info -> messages());
        service.addSessionInitListener(init -> init.getSession().setErrorHandler(problem -> {
            var reference = Problems.log("in an action", problem.getThrowable());
            if (UI.getCurrent() != null) {
                show(I18NProvider.translate("error.event", reference));
            }
        }));
        service.addUIInitListener(init -> {
            var ui = init.getUI();
            var dialog = ui.getReconnectDialogConfiguration();
            dialog.setDialogText(I18NProvider.translate("connection.reconnecting"));
            dialog.setDialogTextGaveUp(I18NProvider.translate("connection.offline"));
            dialog.setReconnectAttempts(10_000);
            dialog.setReconnectInterval(3_000);
        });
    }

    private static void show(String words) {
        var notice = Notification.show(words, NOTICE_MILLIS, Notification.Position.BOTTOM_CENTER);
        notice.addThemeVariants(NotificationVariant.ERROR);
    }

    /** A session that has run out loads the page again, which leads to the sign-in page and from there back. */
    private static CustomizedSystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL(null);
        return messages;
    }
}
