package org.conjoint.cli;

import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Results on standard output, for people or for machines; everything else goes to standard error. */
final class Output {

    @Option(names = "--json", description = "Prints the result as one JSON object.")
    private boolean json;

    /** Prints the result as JSON when asked for, else the text. */
    void result(Object result, String text) {
        System.out.println(json ? JsonMapper.shared().writeValueAsString(result) : text);
    }

    /** Prints a line for people while work goes on, on the same line again where a terminal shows it. */
    void progress(String line) {
        if (System.console() != null) {
            System.err.printf("\r\u001b[K%s", line);
        } else {
            System.err.println(line);
        }
    }

    /** Ends the progress line. */
    void progressEnds() {
        if (System.console() != null) {
            System.err.println();
        }
    }

    /** Says why a command cannot be done. */
    void problem(String message) {
        System.err.println("conjoint: " + message);
    }
}
