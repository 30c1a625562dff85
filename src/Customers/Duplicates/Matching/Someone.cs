namespace Coxswain.Customers.Duplicates.Matching;

/// <summary>A contact or a lead as it is compared.</summary>
internal sealed class Someone
{
    public Guid Id { get; init; }
    public required PersonName Name { get; init; }
    public string? Mail { get; init; }

    /// <summary>In international form.</summary>
    public string? Phone { get; init; }
    public string? Mobile { get; init; }

    /// <summary>The company they are with, as companies are compared; null where nobody knows.</summary>
    public CompanyName? At { get; init; }

    public static Someone Of(Guid id, string name, string? email, string? phone, string? mobile, string? company, string? country = null) => new()
    {
        Id = id, Name = PersonName.Of(name), Mail = MailAddress.Clean(email), Phone = Numbers.Of(phone, country), Mobile = Numbers.Of(mobile, country), At = string.IsNullOrWhiteSpace(company) ? null : CompanyName.Of(company),
    };

    /// <summary>By what it is looked up: two that share none of these are not compared.</summary>
    public IEnumerable<string> Blocks()
    {
        if (Mail is not null) yield return "m" + Mail;
        if (Phone is not null) yield return "p" + Phone;
        if (Mobile is not null) yield return "p" + Mobile;
        foreach (var where in (string?[])[At?.Ordered, MailAddress.CompanyHost(Mail)])
        {
            if (where is null || Name.Words.Length == 0) continue;
            yield return $"w{where} {Name.Ordered}";
            // A slip is in one word: the other one is right, or at least its first letter.
            yield return $"f{where} {Name.Family}";
            yield return $"g{where} {Name.Words[0]}";
        }
    }

    public Verdict To(Someone other) => Verdict.Of(Signs(other), Points.OfPeople);

    private IEnumerable<Sign> Signs(Someone other)
    {
        var fit = Name.To(other.Name);
        yield return fit switch
        {
            NameFit.Same => Sign.SameName,
            NameFit.Near => Sign.NearName,
            NameFit.Initials => Sign.Initials,
            NameFit.OtherFamilyName => Sign.OtherFamilyName,
            NameFit.OtherGeneration => Sign.OtherGeneration,
            _ => Sign.OtherName,
        };
        if (Mail is not null && Mail == other.Mail) yield return MailAddress.IsPost(Mail) ? Sign.SamePost : Sign.SameMail;
        else if (Mail is not null && other.Mail is not null && MailAddress.HostOf(Mail) == MailAddress.HostOf(other.Mail) && !MailAddress.IsPost(Mail) && !MailAddress.IsPost(other.Mail) && !(MailAddress.BothFit(Mail, other.Mail, Name) || MailAddress.BothFit(Mail, other.Mail, other.Name))) yield return Sign.OtherMail;
        if (Mobile is not null && (Mobile == other.Mobile || Mobile == other.Phone) || other.Mobile is not null && other.Mobile == Phone) yield return Sign.SameMobile;
        else if (Phone is not null && Phone == other.Phone) yield return Numbers.IsMobile(Phone) ? Sign.SameMobile : Sign.SamePhone;
        if (At is not null && other.At is not null && At.Is(other.At) && !At.HasOtherForm(other.At)) yield return Sign.SameAccount;
        else if (Mail != other.Mail && MailAddress.CompanyHost(Mail) is { } host && host == MailAddress.CompanyHost(other.Mail)) yield return Sign.SameHost;
        else if (At is not null && other.At is not null && !At.IsNear(other.At)) yield return Sign.OtherAccount;
    }
}
