namespace FaceFusion.Host.Validation;

/// <summary>Hears what a validation does and finds, at once: the plug-in may end the process in the next moment.</summary>
public interface IValidationSink
{
    /// <summary>Something begins.</summary>
    void Doing(string what);

    /// <summary>An action is about to be sent.</summary>
    void Sending(string action);

    /// <summary>Something was found. The same may be found again and again.</summary>
    void Found(Finding finding);
}
