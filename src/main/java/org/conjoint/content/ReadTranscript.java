package org.conjoint.content;

import java.util.List;

/**
 * A transcript as it was read.
 *
 * @param problems what was left out of the cues; empty when everything could be read
 */
public record ReadTranscript(Transcript transcript, List<TranscriptProblem> problems) {
    public ReadTranscript {
        problems = List.copyOf(problems);
    }
}
