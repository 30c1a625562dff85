using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.CustomFields;

/// <summary>Changes a field of the organisation's own, or adds one. Its kind and its type stay what they were: values are of them.</summary>
public static class ChangeField
{
    private const int MostFields = 60, MostAnswers = 200;

    public sealed record Input
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>Said once, when it is added.</summary>
        public string? Kind { get; init; }

        [Required, StringLength(60)]
        public string? Label { get; init; }
        public CustomFieldType? Type { get; init; }

        [StringLength(200)]
        public string? Hint { get; init; }

        /// <summary>The answers of a choice, one a line.</summary>
        [StringLength(8000)]
        public string? Options { get; init; }

        /// <summary>The kind of record a link leads to.</summary>
        public string? LinkKind { get; init; }
        public string? Formula { get; init; }
    }

    public sealed record Changed(Guid Id, string Kind, string Key, string Label);

    public static async Task<Outcome<Changed>> Do(Input input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        if (await db.Rows<CustomField>().SingleOrDefaultAsync(f => f.Id == input.Id, ct) is not { } field) return Outcome.Missing;
        var others = await OfKindAsync(db, field.Kind, ct);
        if (Wrong(input, field, field.Type, field.LinkKind, others, NumbersOf(modules, field.Kind), await db.LinkChoicesAsync(ct)) is { Any: true } problems) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(field, input.Version == 0 ? field.Version : input.Version, ct);
        field.Label = merge.Take("Label", field.Label, input.Label!);
        field.Hint = merge.Take("Hint", field.Hint, input.Hint);
        field.Options = merge.Take("Options", field.Options, Lines(input.Options));
        var formula = field.Formula;
        field.Formula = merge.Take("Formula", field.Formula, input.Formula);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        if (field.Formula != formula) db.Ask(ComputeFields.JobKind, new ComputeFields.Asked(field.Kind), field.Id, field.Label);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(field.Id, field.Kind, field.Key, field.Label)).Saying(T("{0} is saved.", field.Label));
    }

    public static async Task<Outcome<Changed>> Add(Input input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        if ((await db.CustomKindsAsync(modules, ct)).All(k => k.Kind != input.Kind)) return Outcome.Invalid("Kind", T("Which records is it for?"));
        if (input.Type is not { } type) return Outcome.Invalid("Type", T("What does it hold?"));
        var others = await OfKindAsync(db, input.Kind!, ct);
        if (others.Count(f => f.RetiredAt is null) >= MostFields) return Outcome.Refused(T("There are {0} fields already: retire one first.", MostFields));
        if (Wrong(input, null, type, input.LinkKind, others, NumbersOf(modules, input.Kind!), await db.LinkChoicesAsync(ct)) is { Any: true } problems) return Outcome.Invalid(problems);
        var field = new CustomField
        {
            Kind = input.Kind!, Key = OwnKey.Of(input.Label!, "field", [.. others.Select(f => f.Key)]), Label = input.Label!, Type = type, Hint = input.Hint, Position = others.Select(f => f.Position).DefaultIfEmpty(0).Max() + 1,
            Options = type is CustomFieldType.Choice or CustomFieldType.Choices ? Lines(input.Options) : null, LinkKind = type is CustomFieldType.Link ? input.LinkKind : null, Formula = type is CustomFieldType.Formula ? input.Formula : null,
        };
        db.Add(field);
        if (type is CustomFieldType.Formula) db.Ask(ComputeFields.JobKind, new ComputeFields.Asked(field.Kind), field.Id, field.Label);
        await db.SaveChangesAsync(ct);
        // What a record leads to shows the records that lead to it: that has to be found at once.
        if (type is CustomFieldType.Link && field.Kind.StartsWith(CustomObject.Prefix, StringComparison.Ordinal) && others.Count(f => f.IsIndexed) < IndexField.Most) await IndexField.Do(new() { Id = field.Id }, db, ct);
        return Outcome.Done(new Changed(field.Id, field.Kind, field.Key, field.Label)).Saying(T("{0} is added.", field.Label));
    }

    private static Problems Wrong(Input input, CustomField? own, CustomFieldType type, string? linkKind, IReadOnlyList<CustomField> others, IReadOnlyCollection<string> numbers, IReadOnlyList<Ui.Choice> links)
    {
        var answers = Lines(input.Options)?.Split('\n') ?? [];
        var isChoice = type is CustomFieldType.Choice or CustomFieldType.Choices;
        var problems = new Problems()
            .AddIf(others.Any(f => f.Id != own?.Id && f.RetiredAt is null && Folding.Fold(f.Label) == Folding.Fold(input.Label)), "Label", T("There is a field of this name already."))
            .AddIf(isChoice && answers.Length < 2, "Options", T("Write at least two answers, one a line."))
            .AddIf(isChoice && answers.Length > MostAnswers, "Options", T("At most {0} answers.", MostAnswers))
            .AddIf(isChoice && answers.GroupBy(Folding.Fold).Any(g => g.Count() > 1), "Options", T("An answer stands here twice."))
            .AddIf(type is CustomFieldType.Link && links.All(l => l.Value != linkKind), "LinkKind", T("What does it lead to?"));
        if (type is CustomFieldType.Formula && CustomFormula.Problem(input.Formula, own, [.. others.Where(f => f.RetiredAt is null)], numbers) is { } wrong) problems.Add("Formula", wrong);
        return problems;
    }

    private static Task<List<CustomField>> OfKindAsync(AppDb db, string kind, CancellationToken ct) => db.Rows<CustomField>().AsNoTracking().Where(f => f.Kind == kind).ToListAsync(ct);

    private static IReadOnlyCollection<string> NumbersOf(IReadOnlyList<IModule> modules, string kind) => modules.SelectMany(m => m.CustomKinds).FirstOrDefault(k => k.Kind == kind)?.Numbers ?? [];

    private static string? Lines(string? text) => text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } lines ? string.Join('\n', lines) : null;
}

/// <summary>Retires a field, so that nothing shows it any more, or takes it into use again. Its values stay.</summary>
public static class RetireField
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public bool Back { get; init; }
    }

    public static async Task<Outcome<ChangeField.Changed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<CustomField>().SingleOrDefaultAsync(f => f.Id == input.Id, ct) is not { } field) return Outcome.Missing;
        field.RetiredAt = input.Back ? null : clock.GetUtcNow().UtcDateTime;
        // Nothing was computed while it was out of use.
        if (input.Back && field.Type is CustomFieldType.Formula) db.Ask(ComputeFields.JobKind, new ComputeFields.Asked(field.Kind), field.Id, field.Label);
        await db.SaveChangesAsync(ct);
        var done = Outcome.Done(new ChangeField.Changed(field.Id, field.Kind, field.Key, field.Label));
        return input.Back ? done.Saying(T("{0} is in use again.", field.Label)) : done.Saying(T("{0} is retired; its values stay.", field.Label), $"/settings/fields/{field.Id}/retirements?back=true");
    }
}

/// <summary>Puts a field one place earlier or later.</summary>
public static class ArrangeField
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>Later instead of earlier.</summary>
        public bool Later { get; init; }
    }

    public static async Task<Outcome<ChangeField.Changed>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<CustomField>().Where(f => f.Id == input.Id).Select(f => f.Kind).SingleOrDefaultAsync(ct) is not { } kind) return Outcome.Missing;
        var fields = await db.Rows<CustomField>().Where(f => f.Kind == kind && f.RetiredAt == null).OrderBy(f => f.Position).ToListAsync(ct);
        if (fields.SingleOrDefault(f => f.Id == input.Id) is not { } field || !fields.Move(field, input.Later)) return Outcome.Refused(T("It stands at the end already."));
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new ChangeField.Changed(field.Id, kind, field.Key, field.Label)).Saying(T("{0} has its new place.", field.Label), $"/settings/fields/{input.Id}/arrangements?later={(input.Later ? "false" : "true")}");
    }
}
