using System.Collections.Frozen;
using Coxswain.Platform.Data;
namespace Coxswain.Customers.Duplicates.Matching;

/// <summary>A mail address as it is compared, and what its host says of a company.</summary>
internal static class MailAddress
{
    private static readonly FrozenSet<string> Anyones = FrozenSet.Create(
        "gmail.com", "googlemail.com", "outlook.com", "outlook.de", "hotmail.com", "hotmail.de", "hotmail.co.uk", "hotmail.fr", "live.com", "live.de", "msn.com", "yahoo.com", "yahoo.de", "yahoo.co.uk", "yahoo.fr", "yahoo.co.jp", "ymail.com",
        "icloud.com", "me.com", "mac.com", "aol.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de", "t-online.de", "freenet.de", "arcor.de", "posteo.de", "mailbox.org", "proton.me", "protonmail.com", "pm.me", "tutanota.com",
        "mail.com", "mail.ru", "yandex.ru", "yandex.com", "bk.ru", "inbox.ru", "list.ru", "qq.com", "163.com", "126.com", "sina.com", "naver.com", "daum.net", "hanmail.net", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr",
        "libero.it", "virgilio.it", "tiscali.it", "alice.it", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "seznam.cz", "centrum.cz", "email.cz", "bluewin.ch", "telia.com", "btinternet.com", "comcast.net", "verizon.net", "att.net", "zoho.com", "fastmail.com", "hey.com", "bigpond.com", "rediffmail.com", "uol.com.br", "bol.com.br", "terra.com.br");

    private static readonly FrozenSet<string> Posts = FrozenSet.Create("info", "office", "kontakt", "contact", "sales", "vertrieb", "mail", "post", "hello", "hallo", "support", "service", "admin", "buchhaltung", "accounting", "einkauf", "purchasing", "zentrale", "team", "welcome", "reception", "empfang", "hr", "jobs", "billing", "rechnung");

    /// <summary>As it is compared; null for what is none.</summary>
    public static string? Clean(string? typed) => Capture.Addresses.Clean(Folding.Fold(typed));

    public static string HostOf(string address) => Capture.Addresses.DomainOf(address);

    /// <summary>The host, where it is a company's own: everybody can have an address at the others.</summary>
    public static string? CompanyHost(string? address) => address is not null && HostOf(address) is { Length: > 3 } host && !Anyones.Contains(host) ? host : null;

    /// <summary>Read by whoever is on duty, so that two who give it need not be one.</summary>
    public static bool IsPost(string address) => Posts.Contains(address[..address.IndexOf('@', StringComparison.Ordinal)]);

    /// <summary>The host of a web address without what stands before it; null where it is no company's.</summary>
    public static string? SiteOf(string? website)
    {
        if (Records.WebLink.Of(website?.Trim()) is not { } link || !Uri.TryCreate(link, UriKind.Absolute, out var url)) return null;
        var host = url.IdnHost.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return Anyones.Contains(host) ? null : host;
    }

    /// <summary>Whether two addresses of one host can both be this person's: what stands before the @ is made of the name in both.</summary>
    public static bool BothFit(string a, string b, PersonName name)
    {
        return Fits(a) && Fits(b);

        bool Fits(string address)
        {
            var local = Plain.Words(address[..address.IndexOf('@', StringComparison.Ordinal)]);
            return local.Length > 0 && local.All(w => name.Words.Any(n => n == w || w.Length == 1 && n[0] == w[0]) || name.Words.Length > 1 && (w == name.Words[0][0] + name.Family || w == name.Family + name.Words[0][0] || w == name.Joined));
        }
    }
}
