package org.conjoint.discovery;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.conjoint.content.PostRecorded;
import org.conjoint.moderation.VerdictRecorded;
import org.conjoint.work.SubjectsQueued;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The index's part of the event publication registry. A publication is written in the transaction of the change and
 * completed, many in one transaction, only when the change is durable in the index.
 */
@Component
class Publications {

    /** Names the index in the registry; another name would leave older publications without a listener. */
    static final String LISTENER = "discovery.index";

    static final Set<Class<?>> EVENTS = Set.of(PostRecorded.class, VerdictRecorded.class, SubjectsQueued.class);

    private static final PublicationTargetIdentifier TARGET = PublicationTargetIdentifier.of(LISTENER);

    private final EventPublicationRegistry registry;
    private final EventPublicationRepository repository;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publications(
            EventPublicationRegistry registry,
            EventPublicationRepository repository,
            TransactionTemplate transaction,
            Clock clock) {
        // The registry itself: through its proxy each completion would be a transaction of its own.
        this.registry = AopProxyUtils.getSingletonTarget(registry) instanceof EventPublicationRegistry itself
                ? itself
                : registry;
        this.repository = repository;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Publications that processes before this one left incomplete, oldest first. */
    List<TargetEventPublication> left() {
        return repository.findIncompletePublications().stream()
                .filter(publication -> publication.isIdentifiedBy(TARGET))
                .filter(publication -> EVENTS.contains(publication.getEvent().getClass()))
                .toList();
    }

    /** Completes publications in one transaction. */
    void complete(Collection<Publication.Single> publications) {
        transaction.executeWithoutResult(status -> publications.forEach(this::complete));
    }

    private void complete(Publication.Single publication) {
        switch (publication) {
            case Publication.Live live -> registry.markCompleted(live.event(), TARGET);
            case Publication.Left left -> repository.markCompleted(left.id(), clock.instant());
        }
    }
}
