using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>Which answers to actions are findings.</summary>
internal static class ActionRules
{
    /// <summary>Sent to see what becomes of an action that nobody knows.</summary>
    public const string Unknown = "org.facefusion.ActionThatNobodyKnows";

    /// <summary>Actions that hosts take for refused, or forget, when they are answered with "default".</summary>
    private static readonly HashSet<string> WantOk =
    [
        OfxActions.kOfxActionLoad, OfxActions.kOfxActionDescribe, OfxActions.kOfxImageEffectActionDescribeInContext,
        OfxActions.kOfxActionCreateInstance, OfxActions.kOfxActionDestroyInstance,
    ];

    /// <summary>Actions whose failure is told in another way, or is the subject of a check of its own.</summary>
    private static readonly HashSet<string> MayFail =
        [OfxActions.kOfxImageEffectActionRender, OfxActions.kOfxActionInstanceChanged, OfxActions.kOfxActionUnload, Unknown];

    /// <summary>The finding that an answer is; null where it is none.</summary>
    public static Finding? Judge(string action, OfxStatus status, string plugin)
    {
        if (!Enum.IsDefined(status))
            return new Finding(Severity.Error, "bad-status", plugin, $"It answers {action} with {(int)status}, which is no status; answer one of ofxCore.h.");
        if (status == OfxStatus.kOfxStatOK)
            return null;
        if (status == OfxStatus.kOfxStatReplyDefault)
        {
            return WantOk.Contains(action)
                ? new Finding(Severity.Warning, "default-answer", plugin, $"It answers {action} with kOfxStatReplyDefault; answer kOfxStatOK (MLT rejects the plug-in, others never destroy the instance or show no controls).")
                : null;
        }

        if (WantOk.Contains(action))
            return new Finding(Severity.Error, "action-failed", plugin, $"It answers {action} with {status}; hosts drop the plug-in.");
        if (action == Unknown)
            return new Finding(Severity.Warning, "unknown-action", plugin, $"It answers an action that it can't know with {status}; answer kOfxStatReplyDefault.");
        return MayFail.Contains(action)
            ? null
            : new Finding(Severity.Warning, "action-failed", plugin, $"It answers {action} with {status}; answer kOfxStatReplyDefault where there is nothing to say (a failed question breaks the graph in several hosts).");
    }
}
