package org.conjoint.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.content.Post;
import org.conjoint.content.PostData;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.content.PutResult;
import org.conjoint.content.TwinDeclaration;
import org.conjoint.content.TwinParts;
import org.conjoint.content.TwinRefusal;
import org.conjoint.content.Twins;
import org.conjoint.exchange.ImportItem.Ready;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Twins among the posts of a batch: refused where they are none, declared once their posts are recorded. */
@Component
class ImportedTwins {

    private final Posts posts;
    private final Twins twins;

    ImportedTwins(Posts posts, Twins twins) {
        this.posts = posts;
        this.twins = twins;
    }

    /** A post's name within its source. */
    private record Name(@Nullable String source, String externalId) {
        static Name of(PostData data) {
            return new Name(data.source(), data.externalId());
        }

        static Name original(Ready.Post twin, String of) {
            return new Name(twin.data().source(), of);
        }
    }

    /** Why rows of a batch are no twins, by their number; asks nothing when the batch has none. */
    Map<Long, String> refusals(List<Ready.Post> batch) {
        if (batch.stream().noneMatch(item -> item.twin() != null)) {
            return Map.of();
        }
        var known = known(batch);
        var before = new HashMap<Name, PostData>();
        known.forEach((name, post) -> before.put(name, post.data()));
        var originals = new HashSet<Name>();
        var refused = new LinkedHashMap<Long, String>();
        for (var item : batch) {
            var name = Name.of(item.data());
            var twin = item.twin();
            if (twin != null) {
                var original = Name.original(item, twin.of());
                var why = originals.contains(name) && !known.containsKey(name)
                        ? Optional.<TwinRefusal>of(new TwinRefusal.HasTwins(item.subject()))
                        : refusal(item, before.get(original), known);
                if (why.isPresent()) {
                    refused.put(item.number(), why.get().message());
                    continue;
                }
                originals.add(original);
            }
            before.put(name, item.data());
        }
        return refused;
    }

    private Optional<TwinRefusal> refusal(Ready.Post item, @Nullable PostData original, Map<Name, Post> known) {
        var twin = java.util.Objects.requireNonNull(item.twin());
        if (original == null || Name.of(original).equals(Name.of(item.data()))) {
            return Optional.of(new TwinRefusal.NoOriginal(twin.of()));
        }
        var own = known.get(Name.of(item.data()));
        var first = known.get(Name.of(original));
        return TwinParts.refusal(original, item.data(), twin.changedPart()).or(() -> {
            if (own == null) {
                return Optional.empty();
            }
            // A post that is there cannot be a known twin of one that is new: any number but its own stands for that.
            var of = first == null ? new PostId(Long.MAX_VALUE) : first.id();
            return twins.refusal(
                    new TwinDeclaration(own.id(), of, twin.changedPart(), twin.expectedJoint()), item.subject());
        });
    }

    /** Declares the twins among the posts that were recorded, in their order. */
    void declare(List<Ready.Post> items, List<PutResult> results) {
        if (items.stream().noneMatch(item -> item.twin() != null)) {
            return;
        }
        var ids = new HashMap<Name, PostId>();
        known(items).forEach((name, post) -> ids.put(name, post.id()));
        var declarations = new ArrayList<TwinDeclaration>();
        for (var i = 0; i < items.size(); i++) {
            var twin = items.get(i).twin();
            if (twin != null) {
                var of = java.util.Objects.requireNonNull(ids.get(Name.original(items.get(i), twin.of())));
                declarations.add(
                        new TwinDeclaration(results.get(i).id(), of, twin.changedPart(), twin.expectedJoint()));
            }
        }
        twins.declare(declarations);
    }

    /** Those of the posts, and of their originals, that are there. */
    private Map<Name, Post> known(List<Ready.Post> batch) {
        var names = new HashSet<String>();
        for (var item : batch) {
            if (item.twin() != null) {
                names.add(item.subject());
                names.add(item.twin().of());
            }
        }
        var known = new HashMap<Name, Post>();
        posts.findByExternalIds(names).forEach(post -> known.put(Name.of(post.data()), post));
        return known;
    }
}
