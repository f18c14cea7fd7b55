package vn.binhdang.organisation.record;

import java.util.List;

public record WhyPage(List<PersonField> fields) {}
