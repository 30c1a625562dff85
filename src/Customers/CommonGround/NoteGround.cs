using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.CommonGround;

/// <summary>Notes something personal a contact told, with where we have it from and why we may keep it.</summary>
internal static class NoteGround
{
    private const int Most = 50;

    public sealed record Input
    {
        /// <summary>The contact.</summary>
        public Guid Id { get; init; }
        public GroundKind? Kind { get; init; }

        [StringLength(200)]
        public string? Text { get; init; }

        [StringLength(200)]
        public string? Source { get; init; }
        public GroundConsent? Consent { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (contact, no) = await db.ContactForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var problems = new Problems().AddIf(input.Kind is null, "Kind", T("Please fill this in.")).AddIf(string.IsNullOrWhiteSpace(input.Source), "Source", T("Say where we have it from."))
            .AddIf(input.Consent is null, "Consent", T("Without their consent, or their own word in public, it is not kept."));
        problems.AddIf(string.IsNullOrWhiteSpace(input.Text), "Text", T("Please fill this in."));
        if (Sensitive.In($"{input.Text} {input.Source}") is { } matter) problems.Add("Text", T("This tells of {0}. We keep nothing about anybody's health, belief, politics, sexuality or family: leave it out.", matter));
        if (problems.Any) return Outcome.Invalid(problems);
        if (await db.Rows<Ground>().CountAsync(g => g.ContactId == input.Id, ct) >= Most) return Outcome.Refused(T("{0} things are kept already; take one away first.", Most));
        db.Add(new Ground { ContactId = contact!.Id, Kind = input.Kind!.Value, Text = input.Text!, Source = input.Source!, Consent = input.Consent!.Value, AgreedOn = await ListTasks.TodayAsync(db, clock, ct), PersonId = db.Viewer.PersonId });
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/contacts/{contact.Id}#common-ground")).Saying(T("Noted."));
    }

    public sealed record Show { public Guid Id { get; init; } }

    /// <summary>Shows the form, to who may change the contact.</summary>
    public static async Task<Outcome<GroundFormView>> Form(Show input, AppDb db, CancellationToken ct)
    {
        var (contact, no) = await db.ContactForChangeAsync(input.Id, ct);
        return no is not null ? no : new GroundFormView(contact!.Id, contact.Name);
    }
}

/// <summary>Takes something personal away at once and for good.</summary>
internal static class ForgetGround
{
    public static async Task<Outcome<WentBack>> Do(NoteGround.Show input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<Ground>().SingleOrDefaultAsync(g => g.Id == input.Id, ct) is not { } ground) return Outcome.Missing;
        var (_, no) = await db.ContactForChangeAsync(ground.ContactId, ct);
        if (no is not null) return no;
        db.Remove(ground);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/contacts/{ground.ContactId}#common-ground")).Saying(T("It is forgotten."));
    }
}

/// <summary>What the form starts with.</summary>
public sealed record GroundFormView(Guid ContactId, string Contact);
