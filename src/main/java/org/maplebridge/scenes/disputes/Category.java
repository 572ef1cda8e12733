package org.maplebridge.scenes.disputes;

/// What a dispute is about. The titles are in `disputes.yml`.
enum Category {
    NEIGHBOUR,
    PROPERTY,
    WAGES,
    NOISE,
    LAND,
    DEMOLITION,
    CONSUMER,
    TRAFFIC,
    ENVIRONMENT,
    HOUSING,
    SCHOOL,
    MEDICAL,
    FAMILY,
    LENDING,
    FACILITIES,
    ADMINISTRATION,
    OTHER
}
