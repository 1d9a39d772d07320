package org.conjoint.work;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.content.Twins;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens queues, fills them and tells how far they have come. */
@Service
public class Queues {

    private static final String MAY_FILL = "hasAnyRole('DATA_ENGINEER','QUALITY_LEAD','ADMIN')";

    private final QueueRows rows;
    private final Posts posts;
    private final Twins twins;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** What a queue is never changes once it is opened. */
    private final Map<QueueId, QueueData> opened = new ConcurrentHashMap<>();

    Queues(
            QueueRows rows,
            Posts posts,
            Twins twins,
            CurrentUser currentUser,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.twins = twins;
        this.currentUser = currentUser;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when a queue of this name exists */
    @Transactional
    @PreAuthorize(MAY_FILL)
    public QueueId create(QueueData data) {
        if (rows.findByName(data.name()).isPresent()) {
            throw new IllegalArgumentException(
                    "There is a queue named “%s”; choose another name".formatted(data.name()));
        }
        return open(data);
    }

    /** The queue of this name; opened with this data when there is none, otherwise as it is. */
    @Transactional
    @PreAuthorize(MAY_FILL)
    public QueueId ensure(QueueData data) {
        return rows.findByName(data.name()).map(Queue::id).orElseGet(() -> open(data));
    }

    private QueueId open(QueueData data) {
        var id = rows.insert(data, clock.instant());
        var details = new TreeMap<>(Map.of(
                "name", data.name(),
                "policy", data.policySlug(),
                "overlap", Integer.toString(data.overlap())));
        audit.record(new AuditEvent(currentUser.actor(), "queue.opened", "queue:" + id.value(), details));
        return id;
    }

    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Optional<Queue> find(QueueId id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Optional<Queue> findByName(String name) {
        return rows.findByName(name);
    }

    /** All queues whose answers count, by priority and name. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public List<Queue> list() {
        return rows.list();
    }

    /** The queues from which the current user may take, by priority and name. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public List<Queue> forCurrentUser() {
        return rows.list(currentUser.id(), currentUser.roles());
    }

    /** Certain queues, by priority and name, in one statement; those that there are not are left out. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public List<Queue> some(Collection<QueueId> ids) {
        return ids.isEmpty() ? List.of() : rows.list(ids);
    }

    /**
     * Opens a queue that tries something out; who may is for the caller to decide.
     *
     * @throws IllegalArgumentException when the queue tries nothing out, or one of this name exists
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public QueueId openTrial(QueueData data, Collection<Subject> subjects) {
        if (!data.isTrial() || rows.findByName(data.name()).isPresent()) {
            throw new IllegalArgumentException("“%s” is taken, or tries nothing out".formatted(data.name()));
        }
        var id = open(data);
        put(id, subjects);
        return id;
    }

    /** Gives nothing out any more of a queue that tries something out; what is in hand may still be answered. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeTrial(QueueId id) {
        if (rows.close(id, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            audit.record(new AuditEvent(currentUser.actor(), "queue.closed", "queue:" + id.value(), new TreeMap<>()));
        }
    }

    /** Only queues that try something out are ever closed. */
    boolean isClosed(QueueId id, QueueData data) {
        return data.isTrial() && rows.isClosed(id);
    }

    /**
     * The queue with what the current user has done in it; its items and the answers wanted are those of all.
     *
     * @throws IllegalArgumentException when there is no such queue
     */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Queue mine(QueueId id) {
        return rows.find(id, currentUser.id())
                .orElseThrow(() -> new IllegalArgumentException("No queue " + id.value()));
    }

    /**
     * Puts subjects into a queue, in their order. One that is there already is not put in twice; a later revision
     * replaces the earlier one for the leases to come.
     *
     * @return how many were new
     */
    @Transactional
    @PreAuthorize(MAY_FILL)
    public int add(QueueId queue, Collection<Subject> subjects) {
        return put(queue, subjects);
    }

    /**
     * Puts a twin into a queue at its current revision, for those who make twins.
     *
     * @return whether it was new there
     * @throws IllegalArgumentException when the post is no twin, or there is no such queue
     */
    @Transactional
    @PreAuthorize(Twins.MAY_MAKE)
    public boolean addTwin(QueueId queue, PostId post) {
        if (twins.find(post).isEmpty()) {
            throw new IllegalArgumentException("The post %d is no twin".formatted(post.value()));
        }
        var revision = posts.find(post).orElseThrow().revision();
        return put(queue, List.of(new Subject(SubjectKind.POST, post.value(), revision))) == 1;
    }

    private int put(QueueId queue, Collection<Subject> subjects) {
        var families = new HashMap<Long, Long>();
        twins.families(subjects.stream()
                        .filter(subject -> subject.kind() == SubjectKind.POST)
                        .map(subject -> new PostId(subject.id()))
                        .toList())
                .forEach((post, family) ->
                        families.put(post.value(), family.first().value()));
        var added = rows.add(queue, data(queue).overlap(), subjects, families, clock.instant());
        if (!data(queue).isTrial()) {
            publish(queue, subjects);
        }
        return added;
    }

    private void publish(QueueId queue, Collection<Subject> subjects) {
        for (var kind : SubjectKind.values()) {
            var ids = subjects.stream()
                    .filter(subject -> subject.kind() == kind)
                    .map(Subject::id)
                    .distinct()
                    .toList();
            for (var from = 0; from < ids.size(); from += SubjectsQueued.MOST) {
                var some = ids.subList(from, Math.min(ids.size(), from + SubjectsQueued.MOST));
                events.publishEvent(new SubjectsQueued(queue, kind, some));
            }
        }
    }

    /**
     * What a queue is; remembered, since it never changes.
     *
     * @throws IllegalArgumentException when there is no such queue
     */
    @PreAuthorize(Roles.SIGNED_IN)
    public QueueData data(QueueId id) {
        return opened.computeIfAbsent(
                id,
                missing -> rows.find(missing)
                        .orElseThrow(() -> new IllegalArgumentException("No queue " + id.value()))
                        .data());
    }
}
