#pragma once

#include "tests/e2e/window_driver.h"

/// Where shoot() puts its pictures.
void setPictureFolder(const QString& folder);
/// Lets the window do what it has to, `ms` long.
void settle(int ms = 400);
/// The whole screen as <name>.png.
void shoot(const QString& name);
void set(WindowDriver& driver, kaptan::settings::Key<QString> key, const QString& value);
void closeDialogs();

/// The panes that look different on a cluster, with the demo's objects in it (tests/testbed/kube.sh demo); or
/// only shootChanges().
void shootCluster(const QString& kubeconfig, bool onlyChanges);
/// Making, editing, applying and administering there, in the theme and language that are set.
void shootChanges(WindowDriver& driver, const QString& suffix);
