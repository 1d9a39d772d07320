package org.conjoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {

    private final Journal journal = new Journal();

    @Test
    void a_page_that_asks_what_came_of_what_it_sent_is_told_that_it_is_settled() {
        journal.settle();
        assertThat(settled()).isEqualTo(1);
        ask();
        assertThat(settled()).isEqualTo(2);
        ask();
        assertThat(settled()).isEqualTo(3);
    }

    private int settled() {
        return journal.getElement().getProperty("settled", 0);
    }

    private void ask() {
        var event = new DomEvent(
                journal.getElement(), "unsettled", JsonMapper.shared().createObjectNode());
        journal.getElement().getNode().getFeature(ElementListenerMap.class).fireEvent(event);
    }
}
