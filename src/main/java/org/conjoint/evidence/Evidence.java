package org.conjoint.evidence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that a judgement points at.
 *
 * @param entities those named, whether or not a target shows them
 * @param imageText the lines of text inside the picture as the rater left them, from top to bottom
 */
public record Evidence(List<Entity> entities, List<Link> links, List<TextLine> imageText) {

    public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of());

    public Evidence {
        entities = List.copyOf(entities);
        links = List.copyOf(links);
        imageText = List.copyOf(imageText);
    }

    public boolean isEmpty() {
        return entities.isEmpty() && links.isEmpty() && imageText.isEmpty();
    }

    /** The text inside the picture, its lines joined by line feeds; spans of {@link TextKind#IMAGE_TEXT} lie in it. */
    public String writtenInImage() {
        return imageText.stream().map(TextLine::text).collect(Collectors.joining("\n"));
    }

    /** How many things are pointed at. */
    public int targets() {
        return links.stream().mapToInt(link -> link.targets().size()).sum();
    }
}
