using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Watching;

/// <summary>Hears what plug-ins are asked and what they do wrong. Called on the plug-in's threads, several at a time.</summary>
public interface IHostObserver
{
    /// <summary>An action is about to be sent.</summary>
    void Sending(string action);

    /// <summary>An action came back.</summary>
    void Answered(string action, OfxStatus status);

    /// <summary>A plug-in used a suite wrongly. The suite's answer is the same as without an observer.</summary>
    void Breached(Breach breach);
}
