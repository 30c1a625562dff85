using Coxswain.Funnel.Rules;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Components;
namespace Coxswain.Funnel.Efforts;

/// <summary>What went into an account and what came back, on its page; nothing where nothing was done on either side.</summary>
internal sealed class AccountEffort(TimeProvider clock) : IPanel
{
    public string Slot => Panels.Account;

    public int Order => 21;

    public async Task<RenderFragment?> DrawAsync(AppDb db, Guid subjectId, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel)) return null;
        // Which day it is there would take a statement of its own: at worst a talk counts some hours early or late.
        var fact = await EffortReading.OneAsync(db, subjectId, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        return fact.Ours + fact.Theirs == 0 ? null : Fragment(new(subjectId, fact, await BesideRules.IsOnAsync(db, BesideRules.LittleBack, ct)));
    }

    private static RenderFragment Fragment(EffortGlance glance) => builder =>
    {
        builder.OpenComponent<EffortPanel>(0);
        builder.AddComponentParameter(1, nameof(EffortPanel.Model), glance);
        builder.CloseComponent();
    };
}

/// <summary>Effort and what comes back, at a glance.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Done">What both sides did.</param>
/// <param name="IsAsked">The rule that asks for it is on.</param>
public sealed record EffortGlance(Guid AccountId, EffortFact Done, bool IsAsked);
