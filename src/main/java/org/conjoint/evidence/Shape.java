package org.conjoint.evidence;

import java.util.List;

/** The outline of a region, in 0 to 1 of the width and height of the upright picture. */
public sealed interface Shape {

    /** A place in the picture; (0, 0) is its upper left corner. */
    record Point(double x, double y) {
        boolean inside() {
            return x >= 0 && x <= 1 && y >= 0 && y <= 1;
        }
    }

    /** An upright rectangle. */
    record Rectangle(double x, double y, double width, double height) implements Shape {
        @Override
        public Rectangle bounds() {
            return this;
        }

        @Override
        public boolean inside() {
            return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9;
        }
    }

    /** A closed outline through three points or more; the last is joined to the first. */
    record Polygon(List<Point> points) implements Shape {

        public Polygon {
            points = List.copyOf(points);
        }

        @Override
        public Rectangle bounds() {
            var left = points.stream().mapToDouble(Point::x).min().orElse(0);
            var top = points.stream().mapToDouble(Point::y).min().orElse(0);
            var right = points.stream().mapToDouble(Point::x).max().orElse(0);
            var bottom = points.stream().mapToDouble(Point::y).max().orElse(0);
            return new Rectangle(left, top, right - left, bottom - top);
        }

        @Override
        public boolean inside() {
            return points.size() >= 3 && points.stream().allMatch(Point::inside);
        }
    }

    /** The smallest rectangle around it. */
    Rectangle bounds();

    /** Whether it has an area and lies within the picture. */
    boolean inside();
}
