using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>Checks an input against the attributes of its properties, in words a person can act on.</summary>
public static class Checks
{
    /// <summary>What is wrong with it; nothing where it can be taken.</summary>
    public static Problems Of(object input)
    {
        var problems = new Problems();
        foreach (var property in input.GetType().GetProperties())
            foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
                if (!rule.IsValid(property.GetValue(input)) || (rule is RequiredAttribute && IsBlank(property.GetValue(input)))) problems.Add(property.Name, Message(rule));
        return problems;
    }

    private static bool IsBlank(object? value) => value switch
    {
        Guid id => id == Guid.Empty,
        string text => string.IsNullOrWhiteSpace(text),
        ICollection many => many.Count == 0,
        _ => false,
    };

    private static string Message(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => T("Please fill this in."),
        StringLengthAttribute length => T("At most {0} characters.", length.MaximumLength),
        MaxLengthAttribute length => T("At most {0} characters.", length.Length),
        RangeAttribute range => T("Between {0} and {1}.", range.Minimum, range.Maximum),
        EmailAddressAttribute => T("This does not look like an e-mail address."),
        UrlAttribute => T("A web address starts with https://."),
        _ => T("This cannot be taken as it is."),
    };
}
