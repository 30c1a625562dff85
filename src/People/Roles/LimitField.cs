using System.ComponentModel.DataAnnotations;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Roles;

/// <summary>Hides a field from a role, or lets it only read it.</summary>
internal static class LimitField
{
    public sealed record Input
    {
        public Role Role { get; init; }

        /// <summary>Kind and field, e.g. <c>account/Revenue</c> or <c>contact/cf.hobby</c>.</summary>
        [Required]
        public string? Field { get; init; }

        [Required]
        public FieldLimit? Limit { get; init; }
    }

    public static async Task<Outcome<RoleView>> Do(Input input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        if (input.Role is Role.Admin) return Outcome.Refused(T("An administrator sees and changes everything: otherwise nobody could put things right."));
        if ((await GuardedFields.AllAsync(db, modules, ct)).FirstOrDefault(f => f.Id == input.Field) is not { } field) return Outcome.Invalid(nameof(input.Field), T("There is no such field."));
        var kept = await db.Rows<FieldRule>().Where(l => l.Role == input.Role).ToListAsync(ct);
        foreach (var (kind, name) in field.With.Prepend((field.Kind, field.Name)))
        {
            if (kept.FirstOrDefault(l => l.Kind == kind && l.Field == name) is { } rule) rule.Left = FieldRule.LeftBy(input.Limit!.Value);
            else db.Add(new FieldRule { Role = input.Role, Kind = kind, Field = name, Left = FieldRule.LeftBy(input.Limit!.Value) });
        }
        await db.SaveChangesAsync(ct);
        return (await ShowRole.OfAsync(input.Role, db, modules, ct)).Saying(input.Limit is FieldLimit.Hidden ? T("{0} is hidden.", field.Said) : T("{0} is only read.", field.Said));
    }
}

/// <summary>Gives a field back to a role.</summary>
internal static class LiftLimit
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<RoleView>> Do(Input input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        if (await db.Rows<FieldRule>().SingleOrDefaultAsync(l => l.Id == input.Id, ct) is not { } rule) return Outcome.Missing;
        var with = RuledKinds.Of(modules).Where(k => k.Kind == rule.Kind).SelectMany(k => k.Fields).FirstOrDefault(f => f.Name == rule.Field)?.With ?? [];
        db.RemoveRange((await db.Rows<FieldRule>().Where(l => l.Role == rule.Role).ToListAsync(ct)).Where(l => l.Id == rule.Id || with.Contains((l.Kind, l.Field))));
        await db.SaveChangesAsync(ct);
        return (await ShowRole.OfAsync(rule.Role, db, modules, ct)).Saying(T("The role has the field again."));
    }
}
