#ifndef BAD_SUITES_H
#define BAD_SUITES_H

#include "../ofx_abi.h"

extern const PropertySuite *props;
extern const ImageEffectSuite *effects;
extern const ParameterSuite *params;
extern const MessageSuite *messages;

Status describe(Effect *effect);
Status describe_in_context(Effect *effect);
Status render(Effect *effect, PropertySet *in);

#endif
