using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Components;
namespace Coxswain.Funnel.Pursuit;

/// <summary>How far an account fits, or a lead before it is one, on its page; nothing while there is no profile.</summary>
internal sealed class FitPanels(bool ofLeads) : IPanel
{
    public string Slot => ofLeads ? Panels.Lead : Panels.Account;

    public int Order => 20;

    public async Task<RenderFragment?> DrawAsync(AppDb db, Guid subjectId, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel) || await FitReading.ProfileAsync(db, ct) is not { } edition) return null;
        var questions = FitReading.Questions(edition, await FitReading.AnswersAsync(db, ofLeads ? db.FitAnswers.Where(a => a.LeadId == subjectId) : db.FitAnswers.Where(a => a.AccountId == subjectId), ct), ofDeal: false);
        return Fragment(new FitGlance(ofLeads ? $"/leads/{subjectId}" : $"/accounts/{subjectId}", ofLeads, FitScore.Of(questions, edition.FitsFrom, edition.OfDeals), questions.FirstOrDefault(q => q.Said is FitSaid.Unknown)));
    }

    private static RenderFragment Fragment(FitGlance glance) => builder =>
    {
        builder.OpenComponent<FitPanel>(0);
        builder.AddComponentParameter(1, nameof(FitPanel.Model), glance);
        builder.CloseComponent();
    };
}

/// <summary>Fit at a glance.</summary>
/// <param name="Of">The page of the account or the lead.</param>
/// <param name="IsLead">It is a lead.</param>
/// <param name="Score">What it comes to.</param>
/// <param name="Next">The first question nobody knows the answer to.</param>
public sealed record FitGlance(string Of, bool IsLead, FitScore Score, FitQuestion? Next);
