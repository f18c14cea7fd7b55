package vn.binhdang.organisation.tree;

import java.util.List;

/**
 * One unit of the picture.
 * @param toggleHref the page with this branch opened or closed; empty when nothing is below
 * @param partHref the same for the scripts, this branch only
 * @param mark "begins", "ends", "moved", "renamed" or empty
 * @param markWords the mark in words, with whom it carries on from or who carries on
 * @param moreHref more of those below; empty when all are shown
 */
public record TreeNode(
        String id,
        String href,
        String name,
        String kind,
        int below,
        boolean open,
        String toggleHref,
        String partHref,
        String toggleWords,
        String mark,
        String markWords,
        boolean unverified,
        boolean sought,
        List<TreeNode> children,
        String moreHref) {}
