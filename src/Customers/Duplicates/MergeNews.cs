using Coxswain.Platform.Events;
namespace Coxswain.Customers.Duplicates;

/// <summary>Another record went into this one.</summary>
/// <param name="Of">The kind.</param>
/// <param name="Rows">How many rows came over with it.</param>
internal sealed record Merged([property: System.Text.Json.Serialization.JsonIgnore] string Of, int Rows) : News($"{Of}.merged");

/// <summary>This record went into another.</summary>
internal sealed record MergedAway([property: System.Text.Json.Serialization.JsonIgnore] string Of) : News($"{Of}.merged-away");

/// <summary>Two that were one are two again; told on both.</summary>
internal sealed record Unmerged([property: System.Text.Json.Serialization.JsonIgnore] string Of) : News($"{Of}.unmerged");

/// <summary>Somebody said that two records that look like one are two.</summary>
internal sealed record ToldApart([property: System.Text.Json.Serialization.JsonIgnore] string Of, Guid From) : News($"{Of}.told-apart");
