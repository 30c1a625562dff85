using System.Text.Json.Serialization;
using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Shows how far an account is as the profile asks, and what was said of it.</summary>
internal static class ShowFit
{
    public sealed record Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }

        /// <summary>The criterion to ask; the first nobody knows where nothing is said.</summary>
        public Guid? Criterion { get; init; }
    }

    public static async Task<Outcome<FitView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.AccountRows().SingleOrDefaultAsync(a => a.Id == input.Id, ct) is not { } account) return Outcome.Missing;
        var (edition, answers) = (await FitReading.LatestAsync(db, ct), await FitReading.AnswersAsync(db, account.Id, ct));
        var questions = edition is null ? [] : FitReading.Questions(edition, answers);
        return new FitView
        {
            AccountId = account.Id, Account = account.Name, Edition = edition?.Number, Score = edition is null ? null : FitScore.Of(questions, edition.FitsFrom), Criteria = questions,
            Answers = [.. answers.Select(a => new FitAnswerView(a.Text, a.Said, a.Evidence, a.On, a.By, a.Edition))],
            MayAnswer = edition is not null && await db.MayAnswerAsync(account, ct), MayManage = db.Viewer.May(Permission.ManageProcess), Asked = questions.FirstOrDefault(q => q.Id == input.Criterion) ?? questions.FirstOrDefault(q => q.Said is FitSaid.Unknown), Today = (await Standing.ReadAsync(db, clock, ct)).Today,
        };
    }
}

/// <summary>How far an account is as the profile asks.</summary>
public sealed record FitView
{
    public required Guid AccountId { get; init; }
    public required string Account { get; init; }

    /// <summary>The edition in force; null while there is none.</summary>
    public required int? Edition { get; init; }

    /// <summary>Score, unknown share and what it can come to at most; null while there is no profile.</summary>
    public required FitScore? Score { get; init; }
    public required IReadOnlyList<FitQuestion> Criteria { get; init; }

    /// <summary>Everything that was said, the latest first.</summary>
    public required IReadOnlyList<FitAnswerView> Answers { get; init; }

    [JsonIgnore]
    public bool MayAnswer { get; init; }

    [JsonIgnore]
    public bool MayManage { get; init; }

    /// <summary>The question that is open.</summary>
    [JsonIgnore]
    public FitQuestion? Asked { get; init; }

    [JsonIgnore]
    public DateOnly Today { get; init; }

    internal string Url => $"/accounts/{AccountId}/fit";
}

/// <summary>An answer as it was given.</summary>
/// <param name="Text">The criterion.</param>
/// <param name="Said">The answer.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="On">The day it is of.</param>
/// <param name="By">Who said so.</param>
/// <param name="Edition">The edition it was asked under.</param>
public sealed record FitAnswerView(string Text, [property: JsonConverter(typeof(JsonStringEnumConverter<FitSaid>))] FitSaid Said, string? Evidence, DateOnly On, string? By, int Edition);
