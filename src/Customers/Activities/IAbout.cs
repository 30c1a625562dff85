namespace Coxswain.Customers.Activities;

/// <summary>A row that may be about a record of an upper module, which names itself by kind and id.</summary>
internal interface IAbout
{
    /// <summary>For instance <c>opportunity</c>; null where it is about the account or contact alone.</summary>
    string? AboutKind { get; }
    Guid? AboutId { get; }
}
