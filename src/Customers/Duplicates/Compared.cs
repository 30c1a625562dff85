using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates.Matching;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Duplicates;

/// <summary>A kind of record as it is compared in great numbers: read in the order of its keys, or by them.</summary>
internal abstract class Compared
{
    public static IReadOnlyList<Compared> All { get; } = [new Companies(), new Contacts(), new OpenLeads()];

    public abstract string Kind { get; }

    /// <summary>The blocks of so many records behind one.</summary>
    public abstract Task<IReadOnlyList<(Guid Id, IReadOnlyList<string> Blocks)>> BlocksAsync(AppDb db, Guid after, int most, CancellationToken ct);

    /// <summary>Compares pairs, and gives those that are offered, or all of them.</summary>
    public abstract Task<IReadOnlyList<(Guid First, Guid Second, Verdict Verdict)>> CompareAsync(AppDb db, IReadOnlyCollection<(Guid First, Guid Second)> pairs, CancellationToken ct, bool all = false);

    private abstract class Of<T> : Compared where T : class
    {
        protected abstract Task<List<T>> ReadAsync(AppDb db, Guid after, int most, CancellationToken ct);
        protected abstract Task<List<T>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct);
        protected abstract Guid IdOf(T one);
        protected abstract IEnumerable<string> BlocksOf(T one);
        protected abstract Verdict Judge(T one, T other);

        public override async Task<IReadOnlyList<(Guid Id, IReadOnlyList<string> Blocks)>> BlocksAsync(AppDb db, Guid after, int most, CancellationToken ct) =>
            [.. (await ReadAsync(db, after, most, ct)).Select(one => (IdOf(one), (IReadOnlyList<string>)[.. BlocksOf(one).Distinct()]))];

        public override async Task<IReadOnlyList<(Guid First, Guid Second, Verdict Verdict)>> CompareAsync(AppDb db, IReadOnlyCollection<(Guid First, Guid Second)> pairs, CancellationToken ct, bool all)
        {
            var known = (await ReadAsync(db, [.. pairs.SelectMany(p => (Guid[])[p.First, p.Second]).Distinct()], ct)).ToDictionary(IdOf);
            return [.. pairs.Where(p => known.ContainsKey(p.First) && known.ContainsKey(p.Second)).Select(p => (p.First, p.Second, Verdict: Judge(known[p.First], known[p.Second]))).Where(p => all || p.Verdict.IsOffered)];
        }
    }

    private sealed class Companies : Of<Company>
    {
        public override string Kind => Kinds.Account;
        protected override Guid IdOf(Company one) => one.Id;
        protected override IEnumerable<string> BlocksOf(Company one) => one.Blocks();
        protected override Verdict Judge(Company one, Company other) => one.To(other);
        protected override Task<List<Company>> ReadAsync(AppDb db, Guid after, int most, CancellationToken ct) => CompaniesAsync(db.Rows<Account>().Where(a => a.Id > after).OrderBy(a => a.Id).Take(most), ct);
        protected override Task<List<Company>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) => CompaniesAsync(db.Rows<Account>().Where(a => ids.Contains(a.Id)), ct);
    }

    private sealed class Contacts : Of<Someone>
    {
        public override string Kind => Kinds.Contact;
        protected override Guid IdOf(Someone one) => one.Id;
        protected override IEnumerable<string> BlocksOf(Someone one) => one.Blocks();
        protected override Verdict Judge(Someone one, Someone other) => one.To(other);
        protected override Task<List<Someone>> ReadAsync(AppDb db, Guid after, int most, CancellationToken ct) => ContactsAsync(db, db.Rows<Contact>().Where(c => c.Id > after).OrderBy(c => c.Id).Take(most), ct);
        protected override Task<List<Someone>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) => ContactsAsync(db, db.Rows<Contact>().Where(c => ids.Contains(c.Id)), ct);
    }

    // What a lead became is compared as that.
    private sealed class OpenLeads : Of<Someone>
    {
        public override string Kind => Kinds.Lead;
        protected override Guid IdOf(Someone one) => one.Id;
        protected override IEnumerable<string> BlocksOf(Someone one) => one.Blocks();
        protected override Verdict Judge(Someone one, Someone other) => one.To(other);
        protected override Task<List<Someone>> ReadAsync(AppDb db, Guid after, int most, CancellationToken ct) => LeadsAsync(db.Rows<Lead>().Where(l => l.Id > after && l.Status != LeadStatus.Converted).OrderBy(l => l.Id).Take(most), ct);
        protected override Task<List<Someone>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) => LeadsAsync(db.Rows<Lead>().Where(l => ids.Contains(l.Id)), ct);
    }

    public static async Task<List<Company>> CompaniesAsync(IQueryable<Account> accounts, CancellationToken ct) =>
        [.. (await accounts.Select(a => new { a.Id, a.Name, a.Website, a.Phone, a.City, a.Country, a.ParentId }).ToListAsync(ct)).Select(a => Company.Of(a.Id, a.Name, a.Website, a.Phone, a.City, a.Country, a.ParentId))];

    public static async Task<List<Someone>> ContactsAsync(AppDb db, IQueryable<Contact> contacts, CancellationToken ct) =>
        [.. (await contacts.LeftJoin(db.Rows<Account>(), c => c.AccountId, a => a.Id, (c, a) => new { c.Id, c.Name, c.Email, c.Phone, c.PhoneE164, c.Mobile, c.MobileE164, Company = a!.Name, a.Country }).ToListAsync(ct))
            .Select(c => Someone.Of(c.Id, c.Name, c.Email, c.PhoneE164 ?? c.Phone, c.MobileE164 ?? c.Mobile, c.Company, c.Country))];

    public static async Task<List<Someone>> LeadsAsync(IQueryable<Lead> leads, CancellationToken ct) =>
        [.. (await leads.Select(l => new { l.Id, l.Name, l.Email, l.Phone, l.PhoneE164, l.Company }).ToListAsync(ct)).Select(l => Someone.Of(l.Id, l.Name, l.Email, l.PhoneE164 ?? l.Phone, null, l.Company))];
}
