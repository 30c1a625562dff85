using System.Text.Json.Serialization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Shows how far an account, a lead or a deal is as the profile asks, and what was said of it.</summary>
internal static class ShowFit
{
    public sealed record Input
    {
        /// <summary>The account, the lead or the deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The criterion to ask; the first nobody knows where nothing is said.</summary>
        public Guid? Criterion { get; init; }
    }

    public static async Task<Outcome<FitView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => await FitSubject.AccountAsync(db, input.Id, ct) is { } account ? await OfAsync(account, input.Criterion, db, clock, ct) : Outcome.Missing;

    public static async Task<Outcome<FitView>> OfLead(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => await FitSubject.LeadAsync(db, input.Id, ct) is { } lead ? await OfAsync(lead, input.Criterion, db, clock, ct) : Outcome.Missing;

    public static async Task<Outcome<FitView>> OfDeal(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => await FitSubject.DealAsync(db, input.Id, ct) is { } deal ? await OfAsync(deal, input.Criterion, db, clock, ct) : Outcome.Missing;

    internal static async Task<FitView> OfAsync(FitSubject subject, Guid? criterion, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (edition, answers) = (await FitReading.LatestAsync(db, ct), await FitReading.AnswersAsync(db, subject.Answers(db), ct));
        var questions = edition is null ? [] : FitReading.Questions(edition, answers, subject.IsDeal);
        return new FitView
        {
            AccountId = subject.Of is FitOf.Lead ? null : subject.AccountId, LeadId = subject.Of is FitOf.Lead ? subject.Id : null, DealId = subject.IsDeal ? subject.Id : null, Name = subject.Name, Edition = edition?.Number, Score = edition is null ? null : FitScore.Of(questions, edition.FitsFrom, subject.IsDeal ? 0 : edition.OfDeals), OfDeals = subject.IsDeal ? 0 : edition?.OfDeals ?? 0, Criteria = questions,
            Answers = [.. answers.Select(a => new FitAnswerView(a.Text, a.Said, a.Evidence, a.On, a.By, a.Edition))], Of = subject.Url,
            MayAnswer = edition is not null && await subject.MayAnswerAsync(db, ct), MayManage = db.Viewer.May(Permission.ManageProcess), Asked = questions.FirstOrDefault(q => q.Id == criterion) ?? questions.FirstOrDefault(q => q.Said is FitSaid.Unknown), Today = (await Standing.ReadAsync(db, clock, ct)).Today,
        };
    }
}

/// <summary>How far an account, a lead or a deal is as the profile asks.</summary>
public sealed record FitView
{
    /// <summary>The account, or the one of the deal; null of a lead.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>The lead; null of an account or a deal.</summary>
    public required Guid? LeadId { get; init; }

    /// <summary>The deal; null of an account or a lead.</summary>
    public required Guid? DealId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The edition in force; null while there is none.</summary>
    public required int? Edition { get; init; }

    /// <summary>Score, unknown share and what it can come to at most; null while there is no profile.</summary>
    public required FitScore? Score { get; init; }
    public required IReadOnlyList<FitQuestion> Criteria { get; init; }

    /// <summary>What weighs beside these and is asked of each deal.</summary>
    public int OfDeals { get; init; }

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

    /// <summary>The page of the account, the lead or the deal.</summary>
    [JsonIgnore]
    public string Of { get; init; } = "";

    internal string Url => $"{Of}/fit";
}

/// <summary>An answer as it was given.</summary>
/// <param name="Text">The criterion.</param>
/// <param name="Said">The answer.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="On">The day it is of.</param>
/// <param name="By">Who said so.</param>
/// <param name="Edition">The edition it was asked under.</param>
public sealed record FitAnswerView(string Text, [property: JsonConverter(typeof(JsonStringEnumConverter<FitSaid>))] FitSaid Said, string? Evidence, DateOnly On, string? By, int Edition);
