package org.conjoint.exchange.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The elements of an array, or the members of an object, inside one JSON document, without loading the document. */
public final class JsonItems implements RowReader {
    private final String name;
    private final JsonParser parser;
    private final JsonPointer items;
    private boolean begun;
    private boolean ended;
    private boolean members;

    /** @param items where the array or object is; empty for the document itself */
    public JsonItems(Path file, String name, JsonPointer items) throws IOException {
        this.name = name;
        this.items = items;
        this.parser = Json.MAPPER.createParser(Files.newInputStream(file));
    }

    @Override
    public @Nullable Row next() {
        if (ended) {
            return null;
        }
        try {
            if (!begun) {
                begun = true;
                if (!find(items)) {
                    ended = true;
                    return new Row.Broken(
                            place(), "There is no array or object at “%s” in this document".formatted(items));
                }
                members = parser.currentToken() == JsonToken.START_OBJECT;
            }
            return item();
        } catch (JacksonException e) {
            ended = true;
            return new Row.Broken(
                    new Place(
                            name,
                            Math.max(
                                    1,
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNr())),
                    Json.reason(e) + "; the file is not read beyond this");
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private @Nullable Row item() {
        var token = parser.nextToken();
        if (token == null || token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
            ended = true;
            return null;
        }
        var key = members ? parser.currentName() : null;
        if (members) {
            parser.nextToken();
        }
        var place = place();
        JsonNode node = parser.readValueAsTree();
        return new Row.Of(place, node, key);
    }

    /** Moves the parser to the value at the pointer, when it is an array or object. */
    private boolean find(JsonPointer pointer) {
        var rest = pointer;
        parser.nextToken();
        while (!rest.matches()) {
            if (!step(rest)) {
                return false;
            }
            rest = rest.tail();
        }
        return parser.currentToken() == JsonToken.START_ARRAY || parser.currentToken() == JsonToken.START_OBJECT;
    }

    private boolean step(JsonPointer pointer) {
        var inObject = parser.currentToken() == JsonToken.START_OBJECT;
        if (!inObject && parser.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        for (var index = 0; ; index++) {
            var token = parser.nextToken();
            if (token == null || token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                return false;
            }
            var found = inObject ? pointer.matchesProperty(parser.currentName()) : pointer.matchesElement(index);
            if (inObject) {
                parser.nextToken();
            }
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
    }

    private Place place() {
        return new Place(name, Math.max(1, parser.currentTokenLocation().getLineNr()));
    }
}
