// Everything Monitor runs on in one resource group: storage, a container image with Chromium on Functions on Container Apps,
// a managed identity with the roles it needs and no more, and the app's settings.
targetScope = 'resourceGroup'

@description('Short name that every resource is called after: lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param name string

@description('Azure region.')
param location string = resourceGroup().location

@description('The image, e.g. registry.azurecr.io/monitor:1.0.0, built from infra/Dockerfile.')
param image string

@description('The registry that the image is pulled from, by the managed identity.')
param registryServer string

@description('Where people reach the dashboard, e.g. https://monitor.example.no.')
param publicAddress string

@description('The mail server; mails wait in the outbox while it is empty.')
param smtpHost string = ''

@description('The mail server\'s port.')
param smtpPort int = 587

@description('The sender of mails.')
param mailFrom string

@description('Workers at the most; each holds one browser.')
@minValue(1)
@maxValue(30)
param maxWorkers int = 4

var unique = uniqueString(resourceGroup().id, name)

// Blob, Queue and Table data contributor: the identity reads and writes data, and manages no keys.
var dataRoles = [
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'st${take('${name}${unique}', 22)}'
  location: location
  sku: {
    name: 'Standard_ZRS'
  }
  kind: 'StorageV2'
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: storage
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 30
    }
  }
}

// Old evidence is let go by the app's own nightly run, which knows what is still needed (Monitor__Retention__EvidenceDays).
resource roles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in dataRoles: {
    scope: storage
    name: guid(storage.id, identity.id, role)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${name}'
  location: location
  properties: {
    retentionInDays: 90
    sku: {
      name: 'PerGB2018'
    }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'cae-${name}'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'func-${name}-${unique}'
  location: location
  kind: 'functionapp,linux,container,azurecontainerapps'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    managedEnvironmentId: environment.id
    httpsOnly: true
    resourceConfig: {
      cpu: 2
      memory: '4Gi'
    }
    siteConfig: {
      linuxFxVersion: 'DOCKER|${image}'
      acrUseManagedIdentityCreds: true
      acrUserManagedIdentityID: identity.properties.clientId
      minimumElasticInstanceCount: 1
      functionAppScaleLimit: maxWorkers
      appSettings: [
        {
          name: 'FUNCTIONS_EXTENSION_VERSION'
          value: '~4'
        }
        {
          name: 'FUNCTIONS_WORKER_RUNTIME'
          value: 'dotnet-isolated'
        }
        {
          name: 'DOCKER_REGISTRY_SERVER_URL'
          value: registryServer
        }
        {
          name: 'AzureWebJobsStorage__accountName'
          value: storage.name
        }
        {
          name: 'AzureWebJobsStorage__credential'
          value: 'managedidentity'
        }
        {
          name: 'AzureWebJobsStorage__clientId'
          value: identity.properties.clientId
        }
        {
          name: 'AzureWebJobsDisableHomepage'
          value: 'true'
        }
        {
          name: 'Monitor__Site__PublicAddress'
          value: publicAddress
        }
        {
          name: 'Monitor__Smtp__Host'
          value: smtpHost
        }
        {
          name: 'Monitor__Smtp__Port'
          value: string(smtpPort)
        }
        {
          name: 'Monitor__Smtp__From'
          value: mailFrom
        }
      ]
    }
  }
  dependsOn: [
    roles
  ]
}

@description('Where the app answers.')
output address string = 'https://${app.properties.defaultHostName}'

@description('The identity to grant AcrPull on the registry.')
output principalId string = identity.properties.principalId
