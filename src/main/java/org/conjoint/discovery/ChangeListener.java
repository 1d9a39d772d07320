package org.conjoint.discovery;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears of changes of posts, verdicts and queues. The event publication registry stores a publication for it in the
 * transaction of each change; after the commit it only notes which posts are behind, so that nobody waits for the index.
 */
@Component
class ChangeListener implements TransactionalApplicationListener<ApplicationEvent>, GenericApplicationListener {

    private final ObjectProvider<Follower> follower;

    ChangeListener(ObjectProvider<Follower> follower) {
        this.follower = follower;
    }

    @Override
    public boolean supportsEventType(ResolvableType type) {
        var payload = type.getGeneric(0).resolve();
        return PayloadApplicationEvent.class.isAssignableFrom(type.toClass())
                && payload != null
                && Publications.EVENTS.contains(payload);
    }

    @Override
    public String getListenerId() {
        return Publications.LISTENER;
    }

    @Override
    public void addCallback(SynchronizationCallback callback) {
        throw new UnsupportedOperationException("Nobody is told when the index was");
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    processEvent(event);
                }
            });
        } else {
            processEvent(event);
        }
    }

    @Override
    public void processEvent(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> change) {
            follower.getObject().changed(change.getPayload());
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
