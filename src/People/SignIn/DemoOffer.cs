namespace Coxswain.People.SignIn;

/// <summary>A demo company to look around in before there is an organisation: in a place of its own, made when somebody asks for it.</summary>
/// <param name="serve">Makes the company where it is not made yet, serves it on this machine and answers with its address; null where none is offered.</param>
public sealed class DemoOffer(Func<Task<string>>? serve = null)
{
    private readonly Lock _turn = new();
    private Task<string>? _served;

    public bool Stands => serve is not null;

    /// <summary>Where it is served; null while it is made.</summary>
    public string? Url => _served is { IsCompletedSuccessfully: true } done ? done.Result : null;

    /// <summary>Why it could not be made; null otherwise.</summary>
    public string? Problem => _served?.Exception?.InnerException?.Message;

    public bool IsBegun => _served is not null;

    /// <summary>Begins, or begins anew after a failure; asked twice it is made once.</summary>
    public void Begin()
    {
        lock (_turn)
            if (_served is null or { IsFaulted: true }) _served = Task.Run(serve!);
    }
}
