#pragma once

#include "app/kube/config/credentials.h"

namespace kaptan::kube
{

/// All that a user's entry says without a plugin: certificate, token, basic, impersonation; reads the files
/// it names. Errors name files and fields, never values. Blocks on the disk.
Result<Identity> staticIdentity(const NamedUser& user);

/// Whether staticIdentity() reads files, which others may renew.
bool readsFiles(const NamedUser& user);

/// Whether there is a header Authorization already; a plugin is not asked then.
bool authorizes(const Identity& identity);

} // namespace kaptan::kube
