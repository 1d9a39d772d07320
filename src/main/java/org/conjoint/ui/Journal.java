package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps in the browser what a person enters on a screen until the server has confirmed it, and says so while the line is
 * down. It knows the answers by {@code data-field} and {@code data-value} of the page; see {@link Answers}.
 */
@Tag("conjoint-journal")
public final class Journal extends Component {

    private static final JsonMapper JSON = JsonMapper.shared();

    private long lease;
    private int settled;

    public Journal() {
        Scripts.kit(this);
        // Whatever was sent before this was asked has been heard by now, and came to nothing where nothing was said of
        // it.
        getElement().addEventListener("unsettled", _ -> settle()).allowInert();
    }

    /**
     * Begins with a piece of work, or goes on with it.
     *
     * @param owner whose it is; nobody else is handed it
     * @param revision of the draft that the page shows
     * @param clientId under which the answer will be submitted
     */
    public void begin(long owner, long lease, int revision, UUID clientId) {
        this.lease = lease;
        work(owner, Long.toString(lease), revision, clientId.toString());
    }

    /** No work is at hand; what was left of earlier work is still handed over. */
    public void rest(long owner) {
        lease = 0;
        work(owner, "", 0, "");
    }

    private void work(long owner, String lease, int revision, String client) {
        var work = JSON.createObjectNode();
        work.put("owner", Long.toString(owner))
                .put("lease", lease)
                .put("base", revision)
                .put("client", client);
        getElement().setPropertyJson("work", work);
    }

    /** Called with the lease and the number of the last answer once all up to it have reached the server. */
    public void onEntered(BiConsumer<Long, Long> listener) {
        getElement()
                .addEventListener("entered", heard -> {
                    var words =
                            heard.getEventData().get("event.detail").asString().split(" ", 2);
                    listener.accept(Long.parseLong(words[0]), Long.parseLong(words[1]));
                })
                .addEventData("event.detail");
    }

    /** Called with JSON of what an earlier page left. */
    public void onFound(Consumer<String> listener) {
        getElement()
                .addEventListener(
                        "found",
                        heard -> listener.accept(
                                heard.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
    }

    /** Confirms the answers up to a number: they are in the draft at a revision. */
    public void confirm(long number, int revision) {
        getElement().setProperty("confirmed", "%d %d %d".formatted(lease, number, revision));
    }

    /** Whether an answer that was sent was taken or not, it is known now; until then the page takes nothing in. */
    public void settle() {
        getElement().setProperty("settled", ++settled);
    }

    /** Forgets what was kept of a piece of work. */
    public void drop(long finished) {
        getElement().callJsFunction("drop", Long.toString(finished));
    }
}
