using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> row)
    {
        row.ToTable("Accounts");
        row.HasIndex(a => new { a.TenantId, a.FoldedName, a.Id });
        row.HasIndex(a => new { a.TenantId, a.OwnerId, a.FoldedName, a.Id });
        row.HasIndex(a => new { a.TenantId, a.Employees, a.Id });
        row.HasIndex(a => new { a.TenantId, a.SourceId });
        row.HasIndex(a => new { a.TenantId, a.Site }).HasFilter("site IS NOT NULL");
        // With the name in it: where nearly none has a parent, SQLite else walks along all names to find one account's children.
        row.HasIndex(a => new { a.TenantId, a.ParentId, a.FoldedName, a.Id });
        row.HasOne<Account>().WithMany().HasForeignKey(a => new { a.TenantId, a.ParentId });
        row.HasIndex(a => new { a.TenantId, a.MergedIntoId }).HasFilter("merged_into_id IS NOT NULL");
        row.HasOne<Account>().WithMany().HasForeignKey(a => new { a.TenantId, a.MergedIntoId });
    }
}

internal sealed class AccountMemberTable : IEntityTypeConfiguration<AccountMember>
{
    public void Configure(EntityTypeBuilder<AccountMember> row)
    {
        row.ToTable("AccountMembers");
        row.HasIndex(m => new { m.TenantId, m.AccountId, m.PersonId }).IsUnique();
        row.HasIndex(m => new { m.TenantId, m.PersonId });
        row.HasOne<Account>().WithMany().HasForeignKey(m => new { m.TenantId, m.AccountId });
    }
}

internal sealed class AccountStepTable : IEntityTypeConfiguration<AccountStep>
{
    public void Configure(EntityTypeBuilder<AccountStep> row)
    {
        row.ToTable("AccountSteps");
        row.HasIndex(s => new { s.TenantId, s.Class, s.Position });
    }
}

internal sealed class StepDoneTable : IEntityTypeConfiguration<StepDone>
{
    public void Configure(EntityTypeBuilder<StepDone> row)
    {
        row.ToTable("AccountStepsDone");
        row.HasIndex(d => new { d.TenantId, d.AccountId, d.StepId }).IsUnique();
        row.HasOne<Account>().WithMany().HasForeignKey(d => new { d.TenantId, d.AccountId });
        row.HasOne<AccountStep>().WithMany().HasForeignKey(d => new { d.TenantId, d.StepId });
    }
}

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> row)
    {
        row.ToTable("Contacts");
        row.HasIndex(c => new { c.TenantId, c.FoldedName, c.Id });
        row.HasIndex(c => new { c.TenantId, c.OwnerId, c.FoldedName, c.Id });
        row.HasIndex(c => new { c.TenantId, c.AccountId, c.FoldedName, c.Id });
        row.HasIndex(c => new { c.TenantId, c.FoldedEmail });
        row.HasIndex(c => new { c.TenantId, c.PhoneE164 }).HasFilter("phone_e164 IS NOT NULL");
        row.HasIndex(c => new { c.TenantId, c.MobileE164 }).HasFilter("mobile_e164 IS NOT NULL");
        row.HasIndex(c => new { c.TenantId, c.SourceId });
        row.HasOne<Account>().WithMany().HasForeignKey(c => new { c.TenantId, c.AccountId });
        row.HasIndex(c => new { c.TenantId, c.MergedIntoId }).HasFilter("merged_into_id IS NOT NULL");
        row.HasOne<Contact>().WithMany().HasForeignKey(c => new { c.TenantId, c.MergedIntoId });
    }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> row)
    {
        row.ToTable("Attachments");
        row.HasIndex(a => new { a.TenantId, a.AccountId, a.AddedOn });
        row.HasIndex(a => new { a.TenantId, a.ContactId, a.AddedOn });
        row.HasIndex(a => new { a.TenantId, a.AboutId, a.AddedOn });
        row.HasOne<Account>().WithMany().HasForeignKey(a => new { a.TenantId, a.AccountId });
        row.HasOne<Contact>().WithMany().HasForeignKey(a => new { a.TenantId, a.ContactId });
        row.HasOne<AttachedContent>().WithMany().HasForeignKey(a => new { a.TenantId, a.ContentId });
    }
}

internal sealed class AttachedContentTable : IEntityTypeConfiguration<AttachedContent>
{
    public void Configure(EntityTypeBuilder<AttachedContent> row)
    {
        row.ToTable("AttachedContents");
        row.HasIndex(c => new { c.TenantId, c.Hash }).IsUnique();
    }
}

internal sealed class FavourTable : IEntityTypeConfiguration<Favour>
{
    public void Configure(EntityTypeBuilder<Favour> row)
    {
        row.ToTable("Favours");
        row.HasIndex(f => new { f.TenantId, f.AccountId, f.On });
        row.HasIndex(f => new { f.TenantId, f.OwnerId });
        row.HasOne<Account>().WithMany().HasForeignKey(f => new { f.TenantId, f.AccountId });
        row.HasOne<Contact>().WithMany().HasForeignKey(f => new { f.TenantId, f.ContactId });
        row.HasOne<Contact>().WithMany().HasForeignKey(f => new { f.TenantId, f.WithContactId });
        row.HasOne<Todo>().WithMany().HasForeignKey(f => new { f.TenantId, f.TaskId });
    }
}

internal sealed class GroundTable : IEntityTypeConfiguration<Ground>
{
    public void Configure(EntityTypeBuilder<Ground> row)
    {
        row.ToTable("CommonGround");
        row.HasOne<Contact>().WithMany().HasForeignKey(g => new { g.TenantId, g.ContactId });
    }
}

internal sealed class OwnInterestTable : IEntityTypeConfiguration<OwnInterest>
{
    public void Configure(EntityTypeBuilder<OwnInterest> row)
    {
        row.ToTable("OwnInterests");
        row.HasIndex(i => new { i.TenantId, i.PersonId });
    }
}

internal sealed class LeadTable : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> row)
    {
        row.ToTable("Leads");
        row.HasIndex(l => new { l.TenantId, l.FoldedName, l.Id });
        row.HasIndex(l => new { l.TenantId, l.FoldedCompany, l.Id });
        row.HasIndex(l => new { l.TenantId, l.FoldedEmail });
        row.HasIndex(l => new { l.TenantId, l.PhoneE164 }).HasFilter("phone_e164 IS NOT NULL");
        row.HasIndex(l => new { l.TenantId, l.CameOn, l.Id });
        row.HasIndex(l => new { l.TenantId, l.Status, l.CameOn });
        row.HasIndex(l => new { l.TenantId, l.OwnerId, l.Id });
        row.HasIndex(l => new { l.TenantId, l.SourceId }).HasFilter("source_id IS NOT NULL");
        row.HasIndex(l => new { l.TenantId, l.ContactId });
        row.HasOne<Account>().WithMany().HasForeignKey(l => new { l.TenantId, l.AccountId });
        row.HasOne<Contact>().WithMany().HasForeignKey(l => new { l.TenantId, l.ContactId });
        row.HasIndex(l => new { l.TenantId, l.MergedIntoId }).HasFilter("merged_into_id IS NOT NULL");
        row.HasOne<Lead>().WithMany().HasForeignKey(l => new { l.TenantId, l.MergedIntoId });
    }
}

internal sealed class InteractionTable : IEntityTypeConfiguration<Interaction>
{
    public void Configure(EntityTypeBuilder<Interaction> row)
    {
        row.ToTable("Interactions");
        row.HasIndex(i => new { i.TenantId, i.AccountId, i.OccurredAt });
        row.HasIndex(i => new { i.TenantId, i.ContactId, i.OccurredAt });
        row.HasIndex(i => new { i.TenantId, i.AboutId, i.OccurredAt });
        row.HasIndex(i => new { i.TenantId, i.OwnerId, i.OccurredAt });
        row.HasIndex(i => new { i.TenantId, i.OccurredAt, i.Id });
        row.HasIndex(i => new { i.TenantId, i.SourceId }).HasFilter("source_id IS NOT NULL");
        row.HasOne<Account>().WithMany().HasForeignKey(i => new { i.TenantId, i.AccountId });
        row.HasOne<Contact>().WithMany().HasForeignKey(i => new { i.TenantId, i.ContactId });
    }
}

internal sealed class SignalTable : IEntityTypeConfiguration<Signal>
{
    public void Configure(EntityTypeBuilder<Signal> row)
    {
        row.ToTable("Signals");
        row.HasIndex(s => new { s.TenantId, s.AccountId, s.On });
        row.HasIndex(s => new { s.TenantId, s.On, s.Id });
        row.HasIndex(s => new { s.TenantId, s.OwnerId, s.On });
        row.HasOne<Account>().WithMany().HasForeignKey(s => new { s.TenantId, s.AccountId });
        row.HasOne<Todo>().WithMany().HasForeignKey(s => new { s.TenantId, s.FollowUpId });
    }
}

internal sealed class DeskNoteTable : IEntityTypeConfiguration<DeskNote>
{
    public void Configure(EntityTypeBuilder<DeskNote> row)
    {
        row.ToTable("DeskNotes");
        row.HasIndex(n => new { n.TenantId, n.AccountId, n.AskedOn });
        row.HasOne<Account>().WithMany().HasForeignKey(n => new { n.TenantId, n.AccountId });
    }
}

internal sealed class PositionTable : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> row)
    {
        row.ToTable("Positions");
        row.HasOne<Contact>().WithMany().HasForeignKey(p => new { p.TenantId, p.ContactId });
        row.HasOne<Account>().WithMany().HasForeignKey(p => new { p.TenantId, p.AccountId });
    }
}

internal sealed class TodoTable : IEntityTypeConfiguration<Todo>
{
    public void Configure(EntityTypeBuilder<Todo> row)
    {
        row.ToTable("Tasks");
        row.HasIndex(t => new { t.TenantId, t.OwnerId, t.DoneAt, t.DueOn });
        row.HasIndex(t => new { t.TenantId, t.AboutId, t.DoneAt });
        row.HasIndex(t => new { t.TenantId, t.AccountId, t.DueOn });
        row.HasIndex(t => new { t.TenantId, t.ContactId, t.DueOn });
        row.HasIndex(t => new { t.TenantId, t.SourceId }).HasFilter("source_id IS NOT NULL");
        row.HasOne<Account>().WithMany().HasForeignKey(t => new { t.TenantId, t.AccountId });
        row.HasOne<Contact>().WithMany().HasForeignKey(t => new { t.TenantId, t.ContactId });
    }
}
