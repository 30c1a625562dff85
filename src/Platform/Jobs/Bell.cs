namespace Coxswain.Platform.Jobs;

/// <summary>Rung after a save that brought work, so that it is begun at once. A ring nobody heard costs the time until the next look, never the work.</summary>
public class Bell
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next ring. Take it before looking for work: what is asked for while looking then rings it.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes everyone who waits.</summary>
    public void Ring() => Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
