package org.conjoint.discovery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conjoint.access.Roles;
import org.conjoint.care.ShieldChoices;
import org.conjoint.content.Post;
import org.conjoint.content.PostData;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.content.TwinOutcome;
import org.conjoint.content.Twins;
import org.conjoint.content.ui.StagePosts;
import org.conjoint.media.MediaLibrary;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.ReadHeading;
import org.conjoint.ui.Shield;
import org.conjoint.ui.Stage;
import org.conjoint.work.Memberships;
import org.conjoint.work.Queues;
import org.conjoint.work.SubjectKind;

/** Makes a twin of a post: one part changed, shown as it will be, then put into queues. */
@Route(SearchNavigation.TWIN)
@RolesAllowed({Roles.REVIEWER, Roles.QUALITY_LEAD, Roles.POLICY_AUTHOR})
class TwinView extends Div implements HasUrlParameter<String>, HasDynamicTitle, BarContent {

    private final transient Posts posts;
    private final transient Twins twins;
    private final transient MediaLibrary media;
    private final transient Queues queues;
    private final transient Memberships memberships;
    private final transient ShieldChoices shields;
    private final Stage stage = new Stage();
    private String name = "Make a twin";

    TwinView(
            Posts posts,
            Twins twins,
            MediaLibrary media,
            Queues queues,
            Memberships memberships,
            ShieldChoices shields) {
        this.posts = posts;
        this.twins = twins;
        this.media = media;
        this.queues = queues;
        this.memberships = memberships;
        this.shields = shields;
        addClassNames("post-page", "twin-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String number) {
        removeAll();
        var post = number.matches("[1-9]\\d{0,17}")
                ? posts.find(new PostId(Long.parseLong(number))).orElse(null)
                : null;
        if (post == null) {
            add(new EmptyState(
                    "search",
                    "There is no such post",
                    "It may have been removed. Search finds those that are there.",
                    new Anchor(SearchNavigation.SEARCH, "Search")));
            return;
        }
        name = "Twin of " + post.data().externalId();
        stage.shields(shields.effective().with(Shield.BLUR, true));
        var place = new Div(stage);
        place.addClassNames("card", "stage-place");
        var side = new Div();
        side.addClassName("details");
        side.add(new TwinForm(
                post,
                new TwinMedium(posts, media),
                data -> preview(post, data),
                draft -> {
                    var outcome = twins.make(draft);
                    if (outcome instanceof TwinOutcome.Made made) {
                        side.removeAll();
                        side.add(queueing(post.id(), made));
                    }
                    return outcome;
                },
                () -> twins.freeName(post)));
        add(new ReadHeading(name), place, side);
        preview(post, post.data());
    }

    private TwinQueues queueing(PostId original, TwinOutcome.Made made) {
        var holding = memberships
                .of(SubjectKind.POST, java.util.List.of(original.value()))
                .getOrDefault(original.value(), java.util.Set.of());
        return new TwinQueues(made, queues.list(), holding, queue -> queues.addTwin(queue, made.post()));
    }

    private void preview(Post original, PostData data) {
        var ids = Stream.of(data.image(), data.audio(), data.video())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var shown = new Post(original.id(), original.revision(), original.recordedAt(), data);
        stage.show(StagePosts.of(shown, media.find(ids)));
    }

    @Override
    public String getPageTitle() {
        return name;
    }

    @Override
    public Component barStart() {
        var here = new Span(name);
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(new Anchor(SearchNavigation.SEARCH, "Search"), new Span(" / "), here);
        crumb.addClassName("crumb");
        return crumb;
    }

    @Override
    public Component barEnd() {
        return new Span();
    }
}
