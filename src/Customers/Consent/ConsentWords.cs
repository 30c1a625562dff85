using Coxswain.Platform.Outside;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Consent;

/// <summary>What was agreed to and refused, in words.</summary>
internal static class ConsentWords
{
    public static string Of(Channel channel) => channel switch { Channel.Mail => T("E-mail"), Channel.Phone => T("Phone"), Channel.Post => T("Post"), _ => T("Social networks") };

    public static string Of(Purpose purpose) => purpose switch { Purpose.OneToOne => T("one to one"), _ => T("newsletter") };

    public static string Of(LegalGround ground) => ground switch { LegalGround.Consent => T("they agreed"), LegalGround.Contract => T("contract"), _ => T("legitimate interest") };

    public static string Of(ConsentWay way) => way switch { ConsentWay.Written => T("in writing"), ConsentWay.Spoken => T("said it"), ConsentWay.Form => T("filled in a form"), ConsentWay.Paper => T("on paper"), _ => T("from an import") };

    public static string Of(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Asked => T("they asked"),
        SuppressionReason.Bounced => T("mail comes back"),
        SuppressionReason.Silence => T("no answer in 48 hours"),
        SuppressionReason.Complaint => T("they complained"),
        _ => T("the law, or erased on request"),
    };

    /// <summary>"E-mail · newsletter · Product news".</summary>
    public static string About(ConsentLine line) => string.Join(" · ", new[] { Of(line.Channel), Of(line.Purpose), line.Topic }.OfType<string>());

    /// <summary>Why nothing goes to an address.</summary>
    public static string Stopped(SuppressionView stopped, string address) =>
        stopped.IsDomain ? T("Nothing is sent to {0}, as to all of its domain: {1} ({2}).", address, Of(stopped.Reason), DayText.Whole(stopped.On)) : T("Nothing is sent to {0}: {1} ({2}).", address, Of(stopped.Reason), DayText.Whole(stopped.On));

    public static IReadOnlyList<Choice> Channels => [.. Enum.GetValues<Channel>().Select(c => new Choice(c.ToString(), Of(c)))];

    public static IReadOnlyList<Choice> Purposes => [.. Enum.GetValues<Purpose>().Select(p => new Choice(p.ToString(), Of(p)))];

    public static IReadOnlyList<Choice> Grounds => [.. Enum.GetValues<LegalGround>().Select(g => new Choice(g.ToString(), Of(g)))];

    public static IReadOnlyList<Choice> Ways => [.. Enum.GetValues<ConsentWay>().Where(w => w is not ConsentWay.Import).Select(w => new Choice(w.ToString(), Of(w)))];

    public static IReadOnlyList<Choice> Reasons => [.. Enum.GetValues<SuppressionReason>().Select(r => new Choice(r.ToString(), Of(r)))];
}
