using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>Notes a gesture that was made.</summary>
internal static class MakeGesture
{
    private const int Most = 200;

    public sealed record Input
    {
        /// <summary>The worksheet.</summary>
        public Guid Id { get; init; }

        /// <summary>Which of its ladder, by key: <c>small-talk</c>, <c>coffee</c>, <c>view</c>, <c>theirs</c>, or the id of one's own.</summary>
        public string? Rung { get; init; }

        /// <summary>What exactly was said or done.</summary>
        [StringLength(500)]
        public string? Text { get; init; }

        /// <summary>When; today where nothing is said.</summary>
        public DateOnly? On { get; init; }
    }

    public static async Task<Outcome<WorksheetSaved>> Do(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        var (row, words, no) = await Sheets.RunningAsync(db, keeper, input.Id, ct);
        if (no is not null) return no;
        if (words!.IsExcluded) return Outcome.Refused(T("Gestures do not solve this one: see where to go instead."));
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var rung = Ladder.All(words).FirstOrDefault(r => r.Key == input.Rung);
        var problems = new Problems().AddIf(rung is null, "Rung", T("Which gesture was it?")).AddIf(input.On > today, "On", T("This day is still to come."))
            .AddIf(words.Gestures.Count >= Most, "", T("There are {0} gestures already: what they say is said.", Most));
        if (problems.Any) return Outcome.Invalid(problems);
        var made = new Gesture { Id = Guid.CreateVersion7(), Rung = rung!.Key, Said = rung.IsOwn ? rung.Text : null, Size = rung.Size, Text = Sheets.Trimmed(input.Text), On = input.On ?? today };
        return Outcome.Done(await Sheets.SaveAsync(db, keeper, row!, words with { Gestures = [.. words.Gestures, made] }, ct)).Saying(T("Noted. Note what comes back, too."), $"/disagreements/{input.Id}/gestures/{made.Id}/removals");
    }
}

/// <summary>Notes how a gesture was met; said again, it replaces what was noted.</summary>
internal static class NoteResponse
{
    public sealed record Input
    {
        /// <summary>The worksheet.</summary>
        public Guid Id { get; init; }
        public Guid Gesture { get; init; }

        /// <summary><c>Toward</c>, <c>Away</c> or <c>Against</c>.</summary>
        public Response? Response { get; init; }

        /// <summary>When; today where nothing is said.</summary>
        public DateOnly? RespondedOn { get; init; }

        /// <summary>What they said or did.</summary>
        [StringLength(500)]
        public string? Note { get; init; }
    }

    public static async Task<Outcome<WorksheetSaved>> Do(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        var (row, words, no) = await Sheets.RunningAsync(db, keeper, input.Id, ct);
        if (no is not null) return no;
        if (words!.Gestures.FirstOrDefault(g => g.Id == input.Gesture) is not { } gesture) return Outcome.Missing;
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var on = input.RespondedOn ?? today;
        var problems = new Problems().AddIf(input.Response is null, "Response", T("How did they meet it?"))
            .AddIf(on < gesture.On, "RespondedOn", T("That is before the gesture.")).AddIf(on > today, "RespondedOn", T("This day is still to come."));
        if (problems.Any) return Outcome.Invalid(problems);
        var met = gesture with { Response = input.Response, RespondedOn = on, Note = Sheets.Trimmed(input.Note) };
        return Outcome.Done(await Sheets.SaveAsync(db, keeper, row!, words with { Gestures = [.. words.Gestures.Select(g => g.Id == met.Id ? met : g)] }, ct)).Saying(T("Noted."));
    }
}

/// <summary>Takes a gesture off that was noted by mistake.</summary>
internal static class RemoveGesture
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public Guid Gesture { get; init; }
    }

    public static async Task<Outcome<WorksheetSaved>> Do(Input input, AppDb db, PrivateKeeper keeper, CancellationToken ct)
    {
        var (row, words, no) = await Sheets.RunningAsync(db, keeper, input.Id, ct);
        if (no is not null) return no;
        if (words!.Gestures.All(g => g.Id != input.Gesture)) return Outcome.Missing;
        return Outcome.Done(await Sheets.SaveAsync(db, keeper, row!, words with { Gestures = [.. words.Gestures.Where(g => g.Id != input.Gesture)] }, ct)).Saying(T("It is taken off."));
    }
}

/// <summary>Puts a gesture of one's own on the ladder, and takes it off; what was made of it stays.</summary>
internal static class AddRung
{
    private const int Most = 20;

    public sealed record Input
    {
        /// <summary>The worksheet.</summary>
        public Guid Id { get; init; }

        /// <summary>What it is.</summary>
        [StringLength(120)]
        public string? Gesture { get; init; }

        /// <summary>From 1, the smallest, to 5.</summary>
        public int? Size { get; init; }
    }

    public static async Task<Outcome<WorksheetSaved>> Do(Input input, AppDb db, PrivateKeeper keeper, CancellationToken ct)
    {
        var (row, words, no) = await Sheets.RunningAsync(db, keeper, input.Id, ct);
        if (no is not null) return no;
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(input.Gesture), "Gesture", T("Which gesture is it?")).AddIf(input.Size is null or < 1 or > Ladder.Largest, "Size", T("How large is it, from 1 to 5?"))
            .AddIf(words!.Rungs.Count >= Most, "", T("There are {0} gestures of your own already.", Most));
        if (problems.Any) return Outcome.Invalid(problems);
        return Outcome.Done(await Sheets.SaveAsync(db, keeper, row!, words with { Rungs = [.. words.Rungs, new(Guid.CreateVersion7(), input.Gesture!.Trim(), input.Size!.Value)] }, ct)).Saying(T("It is on the ladder."));
    }

    public sealed record Off
    {
        public Guid Id { get; init; }
        public Guid Rung { get; init; }
    }

    public static async Task<Outcome<WorksheetSaved>> Remove(Off input, AppDb db, PrivateKeeper keeper, CancellationToken ct)
    {
        var (row, words, no) = await Sheets.RunningAsync(db, keeper, input.Id, ct);
        if (no is not null) return no;
        if (words!.Rungs.All(r => r.Id != input.Rung)) return Outcome.Missing;
        return Outcome.Done(await Sheets.SaveAsync(db, keeper, row!, words with { Rungs = [.. words.Rungs.Where(r => r.Id != input.Rung)] }, ct)).Saying(T("It is taken off."));
    }
}
