using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Components;
namespace Coxswain.Platform.Http;

/// <summary>
/// Something an upper module shows on a lower module's page: the opportunities of an account. Registered as a service; asked for one
/// after the other, since they share the page's database context, and within the page's query budget: one statement each.
/// </summary>
public interface IPanel
{
    /// <summary>The place on the page, for instance <see cref="Panels.Account"/>.</summary>
    string Slot { get; }

    /// <summary>Panels of one slot stand in this order.</summary>
    int Order { get; }

    /// <summary>What to draw, or null where there is nothing to say.</summary>
    /// <param name="db">The page's database context; its viewer reads the page.</param>
    /// <param name="subjectId">The record the page is about.</param>
    /// <param name="ct">Cancels.</param>
    Task<RenderFragment?> DrawAsync(AppDb db, Guid subjectId, CancellationToken ct);
}

/// <summary>Draws the panels of a slot.</summary>
public static class Panels
{
    public const string Account = "account", Contact = "contact", Lead = "lead", Deal = "opportunity";

    /// <summary>The panels of a slot that have something to say about this record, in order.</summary>
    public static async Task<IReadOnlyList<RenderFragment>> DrawAsync(this IEnumerable<IPanel> panels, string slot, AppDb db, Guid subjectId, CancellationToken ct)
    {
        var drawn = new List<RenderFragment>();
        foreach (var panel in panels.Where(p => p.Slot == slot).OrderBy(p => p.Order))
            if (await panel.DrawAsync(db, subjectId, ct) is { } fragment) drawn.Add(fragment);
        return drawn;
    }
}
