package vn.binhdang.document.checking;

import java.util.stream.Stream;
import vn.binhdang.document.Finding;

/**
 * One thing that can be wrong with a document. A rule is a static method of the class of its part of the document; its
 * docstring gives the reason in law and an example, its findings the code {@code document.checking.<what is wrong>}. A
 * rule says nothing about what it cannot see.
 */
@FunctionalInterface
interface Rule {
    Stream<Finding> check(CheckedDocument document);
}
