using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Components;
namespace Coxswain.Funnel.Pursuit;

/// <summary>How far an account fits, on its page; nothing while there is no profile.</summary>
internal sealed class AccountFit : IPanel
{
    public string Slot => Panels.Account;

    public int Order => 20;

    public async Task<RenderFragment?> DrawAsync(AppDb db, Guid subjectId, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel) || await FitReading.ProfileAsync(db, ct) is not { } edition) return null;
        var questions = FitReading.Questions(edition, await FitReading.AnswersAsync(db, subjectId, ct));
        return Fragment(new FitGlance(subjectId, FitScore.Of(questions, edition.FitsFrom), questions.FirstOrDefault(q => q.Said is FitSaid.Unknown)));
    }

    private static RenderFragment Fragment(FitGlance glance) => builder =>
    {
        builder.OpenComponent<FitPanel>(0);
        builder.AddComponentParameter(1, nameof(FitPanel.Model), glance);
        builder.CloseComponent();
    };
}

/// <summary>Fit at a glance.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Score">What it comes to.</param>
/// <param name="Next">The first question nobody knows the answer to.</param>
public sealed record FitGlance(Guid AccountId, FitScore Score, FitQuestion? Next);
