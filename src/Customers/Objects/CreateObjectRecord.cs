using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Objects;

/// <summary>Adds a record of an own object.</summary>
internal static class CreateObjectRecord
{
    public sealed record Input : ObjectRecordFields
    {
        /// <summary>The object it is of.</summary>
        public string? Key { get; init; }

        /// <summary>Its key in the system it comes from.</summary>
        [System.ComponentModel.DataAnnotations.StringLength(200)]
        public string? SourceId { get; init; }
    }

    public sealed record Known
    {
        public string? Key { get; init; }

        /// <summary>What is filled in already: a link by the id of what it leads to, under the name of its field.</summary>
        public QueryValues Query { get; init; } = QueryValues.Empty;
    }

    /// <summary>Shows the form, with links filled in where the page one came from says them.</summary>
    public static async Task<Outcome<NewObjectRecordView>> Form(Known input, AppDb db, CancellationToken ct)
    {
        if (await db.OwnObjectAsync(input.Key, ct) is not { } own) return Outcome.Missing;
        var fields = await db.CustomFieldsAsync(own.Kind, ct);
        var json = CustomValues.Begun(fields, input.Query.Values);
        var facts = await CustomFacts.OfAsync(db, own.Kind, json, ct);
        return new NewObjectRecordView(CustomObjectNames.Of(own), [.. CustomFacts.Seen(db, own.Kind, facts).Where(f => !f.IsComputed && f.Lock is null)], LocalPath.Or(input.Query["back"], $"/objects/{own.Key}"));
    }

    public static async Task<Outcome<ObjectRecordView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.OwnObjectAsync(input.Key, ct) is not { } own) return Outcome.Missing;
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(input.Name), "Name", T("Please fill this in."));
        if (input.OwnerId is { } owner && owner != db.Viewer.PersonId && !await db.IsHereAsync(owner, ct)) problems.Add("OwnerId", T("Choose someone who is here."));
        var record = new ObjectRecord { ObjectKey = own.Key, Name = input.Name ?? "", OwnerId = input.OwnerId ?? db.Viewer.PersonId, SourceId = input.SourceId };
        await CustomTaking.TakeAsync(db, own.Kind, record, input.Custom, problems, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(record);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await ObjectRecordView.OneAsync(db, record.Id, ct))!).Saying(T("{0} is added.", record.Name), $"/records/{record.Id}/removals");
    }
}

/// <summary>What the form starts with.</summary>
public sealed record NewObjectRecordView(CustomObjectNames Object, IReadOnlyList<Fact> Fields, string BackHref);
