package org.conjoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageTest {

    @Test
    void what_was_read_in_the_picture_of_a_post_does_not_come_with_the_next() {
        var stage = new Stage();
        stage.show(post("first"));
        stage.suggestText("[{\"text\":\"OPEN\",\"box\":[0,0,1,1]}]", "1 line was read");
        assertThat(stage.getElement().hasProperty("suggestion")).isTrue();
        stage.show(post("second"));
        assertThat(stage.getElement().hasProperty("suggestion")).isFalse();
    }

    private static StagePost post(String id) {
        return new StagePost(id, "@anna", "", "", "", "en", "a caption", null, null, null, null, null, "");
    }
}
