package org.conjoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Emphasis;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Text in plain Markdown (paragraphs, lists, emphasis, code), in its own language. It is built from components and text
 * nodes, so nothing in it can become markup: what is not plain Markdown shows as its text or not at all.
 */
public final class MarkdownText extends Div {

    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(16).maxInlineNesting(8).build();

    /** @param language a BCP 47 tag */
    public MarkdownText(String markdown, String language) {
        addClassName("prose");
        getElement().setAttribute("lang", language).setAttribute("dir", "auto");
        PARSER.parse(markdown).accept(new Builder(this));
    }

    /** Adds what a node holds to the component that it is in. */
    private static final class Builder extends AbstractVisitor {

        private final HasComponents parent;

        Builder(HasComponents parent) {
            this.parent = parent;
        }

        @Override
        public void visit(org.commonmark.node.Paragraph paragraph) {
            if (paragraph.getParent() instanceof org.commonmark.node.ListItem) {
                visitChildren(paragraph);
            } else {
                inside(new Paragraph(), paragraph);
            }
        }

        @Override
        public void visit(BulletList list) {
            inside(new UnorderedList(), list);
        }

        @Override
        public void visit(org.commonmark.node.OrderedList list) {
            inside(new OrderedList(), list);
        }

        @Override
        public void visit(org.commonmark.node.ListItem item) {
            inside(new ListItem(), item);
        }

        @Override
        public void visit(org.commonmark.node.Emphasis emphasis) {
            inside(new Emphasis(), emphasis);
        }

        @Override
        public void visit(StrongEmphasis strong) {
            var bold = new Span();
            bold.addClassName("strong");
            inside(bold, strong);
        }

        @Override
        public void visit(org.commonmark.node.Code code) {
            parent.add(new Code(code.getLiteral()));
        }

        @Override
        public void visit(Text text) {
            words(text.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            words(" ");
        }

        private void words(String text) {
            parent.getElement().appendChild(Element.createText(text));
        }

        private <C extends Component & HasComponents> void inside(C child, Node node) {
            parent.add(child);
            new Builder(child).visitChildren(node);
        }
    }
}
